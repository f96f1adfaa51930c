using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing;

/// <summary>
/// One line of a scorecard: a published statistic, the recomputed value as text, verdict and reason, and the notebook and
/// cell that computed it (null where none did).
/// </summary>
[TypeFormatterSource]
public sealed record ScorecardValue(
    ReportedStatistic Statistic, string? Recomputed, Verdict Verdict, string? Why, string? Notebook, string? Anchor);
