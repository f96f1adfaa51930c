using System.Globalization;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// Interval and p tell one story: an interval of level 95 % leaves out zero when p is below .05, and only then. Where they
/// come from different methods, they may disagree near the border; the message says what was printed.
/// </summary>
public static class IntervalAgainstP
{
    private const string Name = "interval against p";

    /// <summary>Whether zero lies outside (true), inside (false), or the rounding leaves it open (null).</summary>
    public static bool? ExcludesZero(ValueRange lower, ValueRange upper) =>
        lower.Lower > 0 || upper.Upper < 0 ? true : lower.Upper < 0 && upper.Lower > 0 ? false : null;

    /// <summary>Whether p lies below the level (true), above it (false), or the printed text leaves it open (null).</summary>
    public static bool? IsBelow(ReportedNumber p, double alpha)
    {
        if (p.Range.Upper < alpha || (p.Relation == Relation.Below && p.Range.Upper <= alpha))
            return true;
        return p.Range.Lower > alpha || (p.Relation == Relation.Above && p.Range.Lower >= alpha) ? false : null;
    }

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        let lower = published.Linked(statistic, "lower")
        let upper = published.Linked(statistic, "upper")
        let p = published.Linked(statistic, "p")
        where lower is not null && upper is not null && p is not null
        select Check(statistic, lower.Number!, upper.Number!, p.Number!);

    private static Finding Check(ReportedStatistic statistic, ReportedNumber lower, ReportedNumber upper, ReportedNumber p)
    {
        var level = Facts.Number(statistic, "level", 95);
        var excludes = ExcludesZero(lower.Range, upper.Range);
        var isBelow = IsBelow(p, 1 - (level / 100));
        var percent = level.ToString(CultureInfo.InvariantCulture);
        var said = $"The {percent} % interval {lower.Text} to {upper.Text} {Said(excludes, "leaves out zero", "holds zero", "touches zero")}; p is {p.Text}";
        return excludes is { } outside && isBelow is { } significant
            ? Findings.Judged(statistic, Name, outside == significant, said + (outside == significant ? ": one story." : ": they contradict each other."))
            : Findings.Judged(statistic, Name, true, said + ": as printed, they may agree.");
    }

    private static string Said(bool? value, string yes, string no, string open) => value is { } known ? known ? yes : no : open;
}
