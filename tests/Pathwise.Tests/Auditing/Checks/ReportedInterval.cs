using Pathwise.Auditing.Reported;

namespace Pathwise.Tests.Auditing.Checks;

/// <summary>An effect with its bounds and p, for the checks of intervals.</summary>
internal static class ReportedInterval
{
    public static Finding Audit(string check, string estimate, string lower, string upper, string p, string detail = "") => Given.AuditOne(
        check,
        Given.As(StatisticKind.Effect, estimate).Linked("lower: lo", "upper: up", "p: p").With(detail.Length == 0 ? [] : [detail]),
        Given.As(StatisticKind.Bound, lower, "lo"),
        Given.As(StatisticKind.Bound, upper, "up"),
        Given.As(StatisticKind.PValue, p, "p"));
}
