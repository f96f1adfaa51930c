using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Reporting.Designs;

/// <summary>R-squared of each explained variable, a column for each group.</summary>
internal static class ExplainedTable
{
    public static Table Of(FitResult fit)
    {
        var shares = fit.RSquared();
        var names = shares.Select(share => share.Variable).Distinct().ToList();
        var columns = fit.Table.GroupLabels.Select((label, i) => new Column(
            label.Length > 0 ? label : "R2",
            names.Select(name => Cell.Number(shares.FirstOrDefault(share => share.Variable == name && share.Group == i + 1)?.Value, 3, isBounded: true))));
        return new Table("Explained variance (R2)", [new("Variable", names.Select(Cell.Text)), .. columns]);
    }
}
