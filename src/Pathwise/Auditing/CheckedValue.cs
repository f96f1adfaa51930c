using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing;

/// <summary>
/// A published statistic with its recomputed value as text (to the printed digits; null when there is none), the verdict
/// and, where the verdict needs one, the reason.
/// </summary>
[TypeFormatterSource]
public sealed record CheckedValue(ReportedStatistic Statistic, string? Recomputed, Verdict Verdict, string? Why);
