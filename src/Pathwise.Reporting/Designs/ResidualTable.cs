using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Reporting.Designs;

/// <summary>The moments that a model misses most.</summary>
public static class ResidualTable
{
    private const int MostRows = 20;

    /// <summary>Residuals of covariances and means, those with the largest normalized ones first.</summary>
    public static Table LargestResiduals(this FitResult fit)
    {
        var all = fit.ResidualsByMoment().OrderByDescending(row => Math.Abs(row.Normalized ?? 0)).ToList();
        return Table.Of("Residuals", all.Take(MostRows).ToList(), of => Columns(of, fit), notes: Notes(all.Count));
    }

    private static IEnumerable<Column> Columns(ColumnsOf<MomentResidual> of, FitResult fit)
    {
        yield return of.Text("Moment", row => $"{row.Lhs} {row.Operator.Text()} {row.Rhs}".TrimEnd());
        if (fit.Table.GroupCount > 1)
            yield return of.Text("Group", row => fit.Table.GroupLabels[row.Group - 1]);
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
