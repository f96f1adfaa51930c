using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Cli.Models;

/// <summary>Factor scores as a file: a column for each latent variable, and one for the group when there are several.</summary>
internal static class ScoresFile
{
    /// <summary>Writes regression scores of every case used, group by group, in the order of the data.</summary>
    public static void Write(string path, FitResult fit)
    {
        var scores = fit.Scores();
        OutputFile.Write(path, writer =>
        {
            var hasGroups = fit.Table.GroupCount > 1;
            writer.WriteLine(string.Join(',', (hasGroups ? ["group"] : Array.Empty<string>()).Concat(scores[0].Names)));
            foreach (var group in scores)
            {
                var label = hasGroups ? Quoted(fit.Table.GroupLabels[group.Group - 1]) + "," : "";
                foreach (var row in group.Scores.EnumerateRows())
                    writer.WriteLine(label + string.Join(',', row.Select(Text)));
            }
        });
    }

    private static string Text(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "NA";

    private static string Quoted(string label) => label.AsSpan().ContainsAny(",\"\n") ? $"\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : label;
}
