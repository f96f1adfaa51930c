using Pathwise.Auditing;
using Pathwise.Sem.Resampling;

namespace Pathwise.Reporting;

/// <summary>Rows of a forest plot, recomputed and published.</summary>
public static class EffectRows
{
    /// <summary>A total effect, standardized, with its bootstrap interval.</summary>
    public static IntervalRow TotalRow(
        this BootstrapResult bootstrap, string outcome, string cause, IntervalKind kind = IntervalKind.BiasCorrected)
    {
        var draws = bootstrap.RepeatTotal(outcome, cause, bootstrap.Used, kind)[0];
        return new($"{cause} → {outcome}", bootstrap.TotalEffect(outcome, cause).Standardized, draws.Interval.Lower, draws.Interval.Upper);
    }

    /// <summary>The published statistics <c>id.b</c>, <c>id.lo</c> and <c>id.up</c> as one row.</summary>
    public static IntervalRow Row(this PublishedStatistics published, string id, string name) =>
        new(name, Value(published, id + ".b"), Value(published, id + ".lo"), Value(published, id + ".up"));

    private static double? Value(PublishedStatistics published, string id) => (double?)published[id].Number?.Value;
}
