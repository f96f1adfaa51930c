using Pathwise.Auditing.Reported;
using Pathwise.Numerics;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// A total effect is the direct effect plus, for each path through other variables, the product of the effects along it
/// (Wright, 1934). The printed effects are rounded, so the sum is a range.
/// </summary>
public static class TotalEffect
{
    /// <summary>The sum over paths of the products of the effects along each path.</summary>
    public static ValueRange Of(IEnumerable<IEnumerable<ValueRange>> paths) => paths
        .Select(path => path.Aggregate((product, next) => product * next))
        .Aggregate((sum, next) => sum + next);

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Links.ContainsKey("paths") && statistic.Number is not null
        select Check(published, statistic, Paths(published, statistic.Links["paths"]));

    private static ReportedStatistic[][] Paths(PublishedStatistics published, string link) =>
        [.. link.Split('+').Select(path => StatisticLinks.Ids(path).Select(id => published[id]).ToArray())];

    private static Finding Check(PublishedStatistics published, ReportedStatistic total, ReportedStatistic[][] paths)
    {
        var sum = Of(paths.Select(path => path.Select(Findings.RangeOf)));
        var asPrinted = paths.Sum(path => path.Aggregate(1.0, (product, effect) => product * (double)effect.Number!.Value));
        var terms = string.Join(" + ", paths.Select(path => string.Join(" x ", path.Select(effect => Signed(effect.Printed)))));
        var digits = total.Number!.Decimals;
        var plain = DecimalRounding.Text(asPrinted, digits);
        return Findings.Compared(total, "total effect", sum, meets =>
            $"{terms} = {plain}, with rounding {RangeText.Of(sum, digits + 1)}; printed is {total.Printed}"
            + (!meets ? "." : total.Number.IsMetBy(asPrinted) ? ", the same." : ", consistent within rounding."));
    }

    private static string Signed(string printed) => printed.StartsWith('-') ? $"({printed})" : printed;
}
