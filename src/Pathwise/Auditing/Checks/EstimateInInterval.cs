using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>An estimate lies inside its interval, and the lower bound below the upper.</summary>
public static class EstimateInInterval
{
    /// <summary>Whether some estimate that rounds to the printed one lies between bounds that round to the printed ones.</summary>
    public static bool IsInside(ValueRange estimate, ValueRange lower, ValueRange upper) =>
        lower.Lower <= estimate.Upper && estimate.Lower <= upper.Upper && lower.Lower <= upper.Upper;

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        let lower = published.Linked(statistic, "lower")
        let upper = published.Linked(statistic, "upper")
        where lower is not null && upper is not null && statistic.Number is not null
        let isInside = IsInside(statistic.Number!.Range, lower.Number!.Range, upper.Number!.Range)
        select Findings.Judged(
            statistic,
            "estimate in its interval",
            isInside,
            $"{statistic.Printed} {(isInside ? "lies inside" : "does not lie inside")} {lower.Printed} to {upper.Printed}.");
}
