using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>Counts that add up: a whole is the sum of the parts that the paper names.</summary>
public static class SumOfParts
{
    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Number is not null && statistic.Links.ContainsKey("sum")
        select Check(published, statistic, statistic.Links["sum"]);

    private static Finding Check(PublishedStatistics published, ReportedStatistic whole, string link)
    {
        var parts = string.Join(" + ", StatisticLinks.Ids(link).Select(id => published[id].Printed));
        var sum = published.Evaluate(link);
        return Findings.Compared(whole, "sum of parts", sum, _ =>
            $"{parts} = {RangeText.Of(sum, whole.Number!.Decimals)}; printed is {whole.Printed}.") with
        {
            Recomputed = RangeText.Of(sum, whole.Number!.Decimals),
        };
    }
}
