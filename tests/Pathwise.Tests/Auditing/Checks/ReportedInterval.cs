using Pathwise.Auditing;

namespace Pathwise.Tests.Auditing.Checks;

/// <summary>An effect with its bounds and p, for the checks of intervals.</summary>
internal static class ReportedInterval
{
    public static Finding Audit(string check, string estimate, string lower, string upper, string p, string detail = "") => Reported.AuditOne(
        check,
        Reported.As(StatisticKind.Effect, estimate).Linked("lower: lo", "upper: up", "p: p").With(detail.Length == 0 ? [] : [detail]),
        Reported.As(StatisticKind.Bound, lower, "lo"),
        Reported.As(StatisticKind.Bound, upper, "up"),
        Reported.As(StatisticKind.PValue, p, "p"));
}
