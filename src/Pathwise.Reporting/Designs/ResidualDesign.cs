using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Reporting.Designs;

/// <summary>The moments that a model misses most.</summary>
public static class ResidualDesign
{
    private const int MostRows = 20;

    /// <summary>Residuals of covariances and means, those with the largest normalized ones first.</summary>
    public static Table LargestResiduals(this FitResult fit)
    {
        var all = fit.ResidualsByMoment().OrderByDescending(row => Math.Abs(row.Normalized ?? 0)).ToList();
        return Of(all.Take(MostRows).ToList(), fit.Table.GroupLabels, Notes(all.Count));
    }

    /// <summary>Some residuals in their order, with the groups by their numbers.</summary>
    internal static Table Of(IReadOnlyList<MomentResidual> rows) => Of(rows, [], [Reading]);

    private static Table Of(IReadOnlyList<MomentResidual> rows, IReadOnlyList<string> groups, IEnumerable<string> notes) =>
        Table.Of("Residuals", rows, of => Columns(of, groups, rows.Any(row => row.Group > 1)), notes: notes);

    private static IEnumerable<Column> Columns(ColumnsOf<MomentResidual> of, IReadOnlyList<string> groups, bool hasGroups)
    {
        yield return of.Text("Moment", row => $"{row.Lhs} {row.Operator.Text()} {row.Rhs}".TrimEnd());
        if (groups.Count > 1 || hasGroups)
            yield return of.Column("Group", row => groups.Count > 1 ? Cell.Text(groups[row.Group - 1]) : Cell.Count(row.Group));
        yield return of.Number("Raw", 3, row => row.Raw);
        yield return of.Number("Correlation", 3, row => row.Correlation, isBounded: true);
        yield return of.Number("Normalized", 2, row => row.Normalized);
        yield return of.Number("Standardized", 2, row => row.Standardized);
    }

    private static IEnumerable<string> Notes(int count) => count > MostRows
        ? [$"The {MostRows} largest of {count} in normalized size.", Reading]
        : [Reading];

    private const string Reading = "Sample less model; normalized: over the standard error of the sample's moment, standardized: over the residual's own.";
}
