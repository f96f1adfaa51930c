using System.Globalization;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>A count in words or digits against the names that the paper lists for it.</summary>
public static class NamesListed
{
    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Number is not null
        let list = published.Linked(statistic, "listed")
        where list is not null
        select Check(statistic, list);

    private static Finding Check(ReportedStatistic count, ReportedStatistic list)
    {
        if (list.Kind != StatisticKind.List)
            throw new InputException($"{count.Source}: '{count.Id}' links to '{list.Id}' as a list, but that is a {list.Kind.Text()}.");
        var found = list.Names.Count.ToString(CultureInfo.InvariantCulture);
        return Findings.Judged(
            count,
            "names listed",
            count.Number!.Value == list.Names.Count,
            $"The count is {count.Printed}; {found} are named: {string.Join(", ", list.Names)}.",
            found);
    }
}
