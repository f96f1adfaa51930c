using Pathwise.Auditing;
using Pathwise.Auditing.Reported;

namespace Pathwise.Tests.Auditing;

/// <summary>Statistics for tests, with no more said than the test needs.</summary>
internal static class Given
{
    public static ReportedStatistic As(StatisticKind kind, string printed, string id = "x") => new()
    {
        Id = id,
        What = "a value",
        Kind = kind,
        Printed = printed,
        Number = kind.IsNumeric() ? ReportedNumber.Parse(printed) : null,
        Place = "Table 1",
    };

    /// <summary>A p, which may also be printed as n.s.</summary>
    public static ReportedStatistic AsP(string printed, string id) =>
        As(StatisticKind.PValue, ".5", id) with { Printed = printed, Number = ReportedNumber.TryParseP(printed, DecimalMark.Point, out var number) ? number : null };

    /// <summary>The same with links, each written "role: ids".</summary>
    public static ReportedStatistic Linked(this ReportedStatistic statistic, params string[] links) =>
        statistic with { Links = Pairs(links) };

    /// <summary>The same with details, each written "name: value".</summary>
    public static ReportedStatistic With(this ReportedStatistic statistic, params string[] details) =>
        statistic with { Details = Pairs(details) };

    /// <summary>The findings of an audit of these statistics that one check made.</summary>
    public static Finding[] Audit(string check, params ReportedStatistic[] statistics) =>
        [.. PublishedStatistics.Of(statistics).Audit().Findings.Where(finding => finding.Check == check)];

    /// <summary>The only finding of a check.</summary>
    public static Finding AuditOne(string check, params ReportedStatistic[] statistics) => Xunit.Assert.Single(Audit(check, statistics));

    private static Dictionary<string, string> Pairs(string[] pairs) =>
        pairs.Select(pair => pair.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}
