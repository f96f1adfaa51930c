using Pathwise.Auditing.Reported;
using Pathwise.Numerics;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// On a scale from a to b a mean lies between a and b, and a standard deviation is largest when all answers are a or b:
/// sqrt((mean - a) (b - mean) n / (n - 1)) (Bhatia and Davis, 2000).
/// </summary>
public static class ScaleLimits
{
    private const string Name = "limits of the scale";

    /// <summary>The largest standard deviation (divisor n - 1) that answers between two ends with this mean can have.</summary>
    public static double LargestStandardDeviation(double mean, double lowest, double highest, int n) =>
        Math.Sqrt(Math.Max((mean - lowest) * (highest - mean), 0) * n / (n - 1));

    internal static IEnumerable<Finding> Apply(PublishedStatistics published)
    {
        foreach (var statistic in published.Statistics)
        {
            if (statistic.Kind == StatisticKind.Mean && Facts.Scale(statistic) is { } scale)
                yield return CheckMean(statistic, scale.Lowest, scale.Highest);
            if (statistic.Kind == StatisticKind.StandardDeviation && published.Linked(statistic, "mean") is { N: > 1 } mean && Facts.Scale(mean) is { } ends)
                yield return CheckDeviation(statistic, mean, ends.Lowest, ends.Highest, mean.N.Value);
        }
    }

    private static Finding CheckMean(ReportedStatistic mean, int lowest, int highest) =>
        Findings.Compared(mean, Name, new ValueRange(lowest, highest), meets =>
            $"{mean.Printed} {(meets ? "lies on" : "does not lie on")} the scale from {lowest} to {highest}.") with { Recomputed = null };

    private static Finding CheckDeviation(ReportedStatistic sd, ReportedStatistic mean, int lowest, int highest, int n)
    {
        var range = mean.Number!.Range;
        var middle = (lowest + highest) / 2.0;
        var widest = range.Contains(middle) ? middle : Math.Abs(range.Lower - middle) < Math.Abs(range.Upper - middle) ? range.Lower : range.Upper;
        var largest = LargestStandardDeviation(widest, lowest, highest, n);
        return Findings.Compared(sd, Name, new ValueRange(0, largest), meets =>
            $"With a mean of {mean.Printed} on a scale from {lowest} to {highest} and n = {n} a standard deviation is at most {DecimalRounding.Text(largest, sd.Number!.Decimals + 1)}; printed is {sd.Printed}.");
    }
}
