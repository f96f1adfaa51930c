using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>The explained variance of a standardized variable is 1 less its residual variance (Bollen, 1989).</summary>
public static class ExplainedFromResidual
{
    /// <summary>R-squared from a standardized residual variance.</summary>
    public static ValueRange Of(ValueRange residual) => ValueRange.Of(1) - residual;

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Kind == StatisticKind.RSquared
        let residual = published.Linked(statistic, "residual")
        where residual is not null
        select Findings.Compared(statistic, "R-squared from residual", Of(Findings.RangeOf(residual)), _ =>
            $"A residual variance of {residual.Printed} leaves an explained variance of {RangeText.Of(Of(Findings.RangeOf(residual)), statistic.Number!.Decimals + 1)}; printed is {statistic.Printed}.");
}
