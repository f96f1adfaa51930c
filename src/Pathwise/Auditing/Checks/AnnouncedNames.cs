using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>What one place of a paper names must be among the names of another: what it announces among what it reports.</summary>
public static class AnnouncedNames
{
    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Kind == StatisticKind.List
        let other = published.Linked(statistic, "among")
        where other is not null
        select Check(statistic, other);

    private static Finding Check(ReportedStatistic list, ReportedStatistic other)
    {
        string[] missing = [.. list.Names.Except(other.Names, StringComparer.OrdinalIgnoreCase)];
        return Findings.Judged(list, "named and reported", missing.Length == 0, missing.Length == 0
            ? $"All that {list.Place} names, {other.Place} has."
            : $"{list.Place} names {string.Join(", ", missing)}, which {other.Place} does not have.");
    }
}
