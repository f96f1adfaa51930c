namespace Pathwise.Auditing.Reported;

/// <summary>How checks make findings.</summary>
internal static class Findings
{
    /// <summary>A finding that sets a recomputed range beside the printed one; it is consistent when the two meet.</summary>
    public static Finding Compared(ReportedStatistic statistic, string check, ValueRange recomputed, Func<bool, string> message)
    {
        var published = RangeOf(statistic);
        var meets = published.Meets(recomputed.Widen(Slack(statistic.Number!)));
        return new()
        {
            Statistic = statistic,
            Check = check,
            Status = meets ? FindingStatus.Consistent : FindingStatus.Inconsistent,
            PublishedRange = published,
            RecomputedRange = recomputed,
            Recomputed = RangeText.Of(recomputed, statistic.Number!.Decimals + 1),
            Message = message(meets),
        };
    }

    // For the rounding of the computation itself; small beside the printed unit, whatever its power of ten.
    private static double Slack(ReportedNumber number) => Math.Min(1e-9, number.HalfUnit * 1e-5);

    /// <summary>A finding whose verdict the check has reached by itself.</summary>
    public static Finding Judged(ReportedStatistic statistic, string check, bool isConsistent, string message, string? recomputed = null) => new()
    {
        Statistic = statistic,
        Check = check,
        Status = isConsistent ? FindingStatus.Consistent : FindingStatus.Inconsistent,
        PublishedRange = statistic.Number is null ? null : RangeOf(statistic),
        Recomputed = recomputed,
        Message = message,
    };

    /// <summary>A finding that a conclusion does not follow, and by whose judgement.</summary>
    public static Finding Questionable(ReportedStatistic statistic, string check, string why) => Untestable(statistic, check, why) with
    {
        Status = FindingStatus.Questionable,
    };

    /// <summary>A finding that the check lacks something, and what.</summary>
    public static Finding Untestable(ReportedStatistic statistic, string check, string why) => new()
    {
        Statistic = statistic,
        Check = check,
        Status = FindingStatus.Untestable,
        PublishedRange = statistic.Number is null ? null : RangeOf(statistic),
        Message = why,
    };

    /// <summary>The values behind the printed text: a count is itself and a p lies between 0 and 1.</summary>
    public static ValueRange RangeOf(ReportedStatistic statistic)
    {
        var number = statistic.Number!;
        return statistic.Kind switch
        {
            StatisticKind.Count or StatisticKind.DegreesOfFreedom when number.Relation == Relation.Equal => ValueRange.Of((double)number.Value),
            StatisticKind.PValue => number.Range.Intersect(new ValueRange(0, 1)) ?? number.Range,
            _ => number.Range,
        };
    }
}
