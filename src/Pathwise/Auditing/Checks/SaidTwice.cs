using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>What a paper says in two places, in the text and in a table, must be the same.</summary>
public static class SaidTwice
{
    private const string Name = "said twice";

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        let other = published.Linked(statistic, "same")
        where other is not null
        select Check(statistic, other);

    private static Finding Check(ReportedStatistic one, ReportedStatistic other)
    {
        var isSame = one.Number is not null && other.Number is not null
            ? Findings.RangeOf(one).Meets(Findings.RangeOf(other))
            : string.Equals(one.Printed, other.Printed, StringComparison.OrdinalIgnoreCase);
        return Findings.Judged(
            one, Name, isSame, $"{one.Place} says {one.Printed}; {other.Place} says {other.Printed}.", other.Printed);
    }
}
