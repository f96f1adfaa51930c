using Pathwise.Auditing;

namespace Pathwise.Tests.Auditing;

/// <summary>Statistics for tests, with no more said than the test needs.</summary>
internal static class Reported
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
}
