using Pathwise.Reporting.Tables;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Export.Content;

/// <summary>The measurement model: how each factor loads on its indicators.</summary>
internal static class MeasurementTables
{
    private const string Fixed = "A loading that is fixed scales its factor. β: standardized loading, all variables in standard deviations; R²: the share of the indicator's variance that the model explains.";

    public static IEnumerable<ReportTable> Of(Report report)
    {
        if (report.Fit.Table.Rows.All(row => row.Operator != Operator.Loading))
            yield break;
        foreach (var (number, label) in report.Groups)
            yield return new(report.NameOf("measurement", number), Of(report, number, label));
    }

    private static Table Of(Report report, int number, string label)
    {
        var rows = report.Fit.Estimates().Where(row => row.Operator == Operator.Loading && row.Group == number).ToArray();
        var explained = report.Fit.RSquared().Where(row => row.Group == number).ToDictionary(row => row.Variable, row => row.Value);
        return Table.Of(
            Report.Caption("Measurement Model", label),
            rows,
            of =>
            [
                of.Text("Indicator", row => report.Label(row.Rhs)),
                .. EstimateColumns.Of(of, report.Fit.Options.Level),
                of.Number("R²", 3, row => explained.TryGetValue(row.Rhs, out var share) ? share : null, isBounded: true),
            ],
            row => report.Label(row.Lhs),
            [Fixed]);
    }
}
