using System.Globalization;
using Pathwise.Auditing.Reported;
using Pathwise.Numerics;

namespace Pathwise.Auditing.Checks;

/// <summary>A percentage with its count: count divided by base, in per cent.</summary>
public static class ShareOfCount
{
    /// <summary>The share in per cent.</summary>
    public static double Of(double count, double total) => 100 * count / total;

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Kind == StatisticKind.Percentage
        let count = published.Linked(statistic, "count")
        where count is not null
        select Check(statistic, count, published.Linked(statistic, "base"));

    private static Finding Check(ReportedStatistic share, ReportedStatistic count, ReportedStatistic? total)
    {
        const string Name = "share of a count";
        if (((double?)total?.Number!.Value ?? share.N) is not (> 0 and var n))
            return Findings.Untestable(share, Name, $"What {share.Printed} is a share of is not printed.");
        var of = Of((double)count.Number!.Value, n);
        return Findings.Compared(share, Name, ValueRange.Of(of), _ =>
            $"{count.Printed} of {n.ToString(CultureInfo.InvariantCulture)} is {DecimalRounding.Text(of, share.Number!.Decimals + 1)} %; printed is {share.Printed}.");
    }
}
