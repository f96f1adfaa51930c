using System.Buffers;
using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Tables;

namespace Pathwise.Cli.Console;

/// <summary>
/// Factor scores as a file: the number of each case in the data (the first row of answers is 1), its group when there are several, and a column for
/// each latent variable. Every case of the data has its row, in the data's order; cases that were left out have NA.
/// </summary>
internal static class ScoresFile
{
    // A spreadsheet takes what begins so for a formula.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r");

    /// <summary>Writes regression scores of the cases of the data.</summary>
    public static void Write(string path, FitResult fit)
    {
        var scores = fit.Scores();
        var hasGroups = fit.Table.GroupCount > 1;
        string[] missing = [.. scores[0].Names.Select(_ => "NA")];
        var rows = new string[fit.Sample.Max(sample => sample.Origin!.DataCount)];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = Row(i, hasGroups ? "NA" : null, missing);
        foreach (var group in scores)
            Fill(rows, group, fit.Sample[group.Group - 1].Origin!, hasGroups ? Quoted(fit.Table.GroupLabels[group.Group - 1]) : null, missing);
        OutputFile.Write(path, writer =>
        {
            writer.WriteLine(string.Join(',', ["case", .. hasGroups ? ["group"] : Array.Empty<string>(), .. scores[0].Names]));
            foreach (var row in rows)
                writer.WriteLine(row);
        });
    }

    private static void Fill(string[] rows, FactorScores group, SampleOrigin origin, string? label, string[] missing)
    {
        foreach (var (_, position) in origin.Omitted)
            rows[position] = Row(position, label, missing);
        for (var i = 0; i < origin.Positions.Count; i++)
            rows[origin.Positions[i]] = Row(origin.Positions[i], label, group.Scores.Row(i).Select(Text));
    }

    private static string Row(int position, string? label, IEnumerable<string> scores) => string.Join(
        ',', [(position + 1).ToString(CultureInfo.InvariantCulture), .. label is null ? Array.Empty<string>() : [label], .. scores]);

    private static string Text(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "NA";

    // An apostrophe before what would be a formula; a number is none, whatever its sign.
    private static string Quoted(string label)
    {
        var isFormula = label.Length > 0 && FormulaStarts.Contains(label[0]) && !double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        var text = isFormula ? "'" + label : label;
        return text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
