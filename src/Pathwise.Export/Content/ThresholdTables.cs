using System.Globalization;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Export.Content;

/// <summary>Thresholds of ordered variables with how many cases gave each answer, and their scales.</summary>
internal static class ThresholdTables
{
    private const string Meaning = "A threshold parts two neighbouring answers on the scale of the normal response that is assumed behind them. Cases: those that gave the answer below it; the highest answer is in the last line of each variable.";

    private sealed record Line(string Variable, string What, int? Cases, Estimate? Estimate);

    public static IEnumerable<ReportTable> Of(Report report)
    {
        if (report.Fit.Table.OrderedVariables.Count == 0)
            yield break;
        foreach (var (number, label) in report.Groups)
            yield return new(report.NameOf("thresholds", number), Of(report, number, label));
    }

    private static Table Of(Report report, int number, string label)
    {
        var lines = report.Fit.Table.OrderedVariables.SelectMany(name => Lines(report, number, name)).ToArray();
        return Table.Of(
            Report.Caption("Thresholds of Ordered Variables", label),
            lines,
            of =>
            [
                of.Text("Parameter", line => line.What),
                of.Column("Cases", line => line.Cases is { } cases ? Cell.Count(cases) : Cell.Blank),
                .. EstimateColumns.OfOptional(of, line => line.Estimate, report.Fit.Options.Level),
            ],
            line => report.Label(line.Variable),
            [Meaning]);
    }

    private static IEnumerable<Line> Lines(Report report, int number, string name)
    {
        var sample = report.Fit.Sample[number - 1];
        var answers = sample.Cases!.Column(sample.IndexOf(name)).Where(value => !double.IsNaN(value)).GroupBy(value => value).OrderBy(each => each.Key).ToList();
        var rows = report.Fit.Estimates().Where(row => row.Group == number && row.Lhs == name).ToList();
        var thresholds = rows.Where(row => row.Operator == Operator.Threshold).ToList();
        for (var t = 0; t < answers.Count; t++)
        {
            yield return t < thresholds.Count
                ? new(name, string.Create(CultureInfo.InvariantCulture, $"{answers[t].Key} | {answers[t + 1].Key}"), answers[t].Count(), thresholds[t])
                : new(name, string.Create(CultureInfo.InvariantCulture, $"{answers[t].Key}"), answers[t].Count(), null);
        }

        foreach (var scale in rows.Where(row => row.Operator == Operator.Scale && (row.Parameter.IsFree || row.Value != 1)))
            yield return new(name, "scale of the response", null, scale);
    }
}
