using Pathwise.Reporting.Tables;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Export.Content;

/// <summary>The structural model: regressions, covariances, and what of each outcome is explained.</summary>
internal static class StructuralTables
{
    public static IEnumerable<ReportTable> Of(Report report)
    {
        foreach (var (number, label) in report.Groups)
        {
            var rows = Rows(report, number);
            if (rows.Length > 0)
                yield return new(report.NameOf("structure", number), Structure(report, rows, label));
            if (Explained(report, number) is { Length: > 0 } explained)
                yield return new(report.NameOf("explained", number), Explained(report, explained, label));
        }
    }

    private static Estimate[] Rows(Report report, int number) =>
    [
        .. from row in report.Fit.Estimates()
           where row.Group == number && !row.Parameter.IsSampleMoment
           where row.Operator is Operator.Regression || (row.Operator is Operator.Covariance && row.Lhs != row.Rhs)
           where row.Parameter.IsFree || row.Value != 0
           orderby row.Operator is Operator.Covariance
           select row,
    ];

    private static Table Structure(Report report, Estimate[] rows, string label) => Table.Of(
        Report.Caption("Structural Model", label),
        rows,
        of => [of.Text("Path", row => Name(report, row)), .. EstimateColumns.Of(of, report.Fit.Options.Level)],
        row => row.Operator == Operator.Regression ? "Regressions" : "Covariances",
        ["β: standardized, all variables in standard deviations; for covariances the correlation. A covariance of variables that the model explains is one of residuals."]);

    private static string Name(Report report, Estimate row) => row.Operator == Operator.Regression
        ? $"{report.Label(row.Rhs)} → {report.Label(row.Lhs)}"
        : $"{report.Label(row.Lhs)} ↔ {report.Label(row.Rhs)}";

    private static RSquared[] Explained(Report report, int number)
    {
        var outcomes = report.Fit.Table.Rows.Where(row => row.Operator == Operator.Regression && row.Group == number).Select(row => row.Lhs).ToHashSet();
        return [.. report.Fit.RSquared().Where(row => row.Group == number && outcomes.Contains(row.Variable))];
    }

    private static Table Explained(Report report, RSquared[] rows, string label) => Table.Of(
        Report.Caption("Explained Variance", label), rows, of => [of.Text("Outcome", row => report.Label(row.Variable)), of.Number("R²", 3, row => row.Value, isBounded: true)]);
}
