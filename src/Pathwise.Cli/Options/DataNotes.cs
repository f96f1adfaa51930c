using System.Globalization;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Cli.Options;

/// <summary>Sentences on how data were read, for whoever reads results from them.</summary>
internal static class DataNotes
{
    private const int MostColumns = 5;

    /// <summary>How the file was understood, which declared codes it lacks, and which values may be codes that nobody declared.</summary>
    public static IEnumerable<string> Of(DataTable table, IEnumerable<string> columns)
    {
        foreach (var note in table.Notes)
            yield return note;
        if (table.UnmetCodes.Count > 0)
            yield return $"no cell of {table.Source} is {string.Join(" or ", table.UnmetCodes)}; texts after --na are compared exactly, capital letters included, and numbers by value.";
        foreach (var codes in table.FindPossibleCodes(columns).GroupBy(code => (code.Value, table.IsNumeric(code.Column))))
            yield return Question(codes.Key.Value, codes.Key.Item2, [.. codes]);
    }

    /// <summary>What a codebook's rules made of the cases.</summary>
    public static string Of(CleaningReport report)
    {
        var codebook = report.Data.Codebook;
        var left = report.Steps.Where(step => step.LeftOut > 0).Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Reason} {step.LeftOut}")).ToArray();
        var reversed = codebook.Items.Count(item => item.IsReversed);
        var missing = report.Missing.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Reason} {each.Answers}")).ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{codebook.Source} was applied: {report.Usable} of {report.Started} cases are usable")
            + (left.Length > 0 ? $" (left out: {string.Join(", ", left)})" : "")
            + (missing.Length > 0 ? $"; answers missing by code: {string.Join(", ", missing)}" : "")
            + (reversed > 0 ? $"; reverse-keyed items ({reversed}) were recoded." : ".");
    }

    private static string Question(string value, bool isNumber, PossibleCode[] codes)
    {
        var places = codes.Take(MostColumns).Select(code => string.Create(CultureInfo.InvariantCulture, $"{code.Column} ({code.Count} {(code.Count == 1 ? "case" : "cases")})"));
        var more = codes.Length > MostColumns ? $" and {codes.Length - MostColumns} more columns" : "";
        var what = isNumber ? $"{value} lies far outside the other values of" : $"'{value}' stands as a text in";
        return $"{what} {string.Join(", ", places)}{more}, and was taken as it stands. If it means a missing answer, give --na {(isNumber ? value : $"\"{value}\"")}.";
    }
}
