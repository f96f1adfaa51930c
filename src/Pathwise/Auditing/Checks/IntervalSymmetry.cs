using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// Normal-theory intervals are symmetric about the estimate: its distance from both bounds is the same. An interval that
/// is not, beyond rounding, came from another method, such as a bootstrap.
/// </summary>
public static class IntervalSymmetry
{
    private const string Name = "symmetry of the interval";

    /// <summary>How much farther the upper bound lies from the estimate than the lower one; 0 is possible for a symmetric interval.</summary>
    public static ValueRange Excess(ValueRange estimate, ValueRange lower, ValueRange upper) =>
        lower + upper - (ValueRange.Of(2) * estimate);

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        let lower = published.Linked(statistic, "lower")
        let upper = published.Linked(statistic, "upper")
        where lower is not null && upper is not null && statistic.Number is not null
        select Check(statistic, Excess(statistic.Number!.Range, lower.Number!.Range, upper.Number!.Range));

    private static Finding Check(ReportedStatistic statistic, ValueRange excess)
    {
        var isSymmetric = excess.Widen(1e-9).Contains(0);
        var seen = isSymmetric
            ? "The interval is symmetric about the estimate within rounding"
            : Farther(excess, statistic.Number!.Decimals);
        return statistic.Details.GetValueOrDefault("interval") switch
        {
            "symmetric" => Findings.Judged(statistic, Name, isSymmetric, seen + (isSymmetric ? ", as the method makes it." : "; the stated method gives symmetric intervals.")),
            not null => Findings.Judged(statistic, Name, true, seen + (isSymmetric ? "; a bootstrap may give that." : ", as a bootstrap may give and a symmetric method cannot.")),
            null => Findings.Untestable(statistic, Name, seen + "; how it was made is not stated."),
        };
    }

    private static string Farther(ValueRange excess, int decimals) => excess.Lower > 0
        ? $"The upper bound lies {RangeText.Of(excess, decimals)} farther from the estimate than the lower one"
        : $"The lower bound lies {RangeText.Of(new ValueRange(-excess.Upper, -excess.Lower), decimals)} farther from the estimate than the upper one";
}
