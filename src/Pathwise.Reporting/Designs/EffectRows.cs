using Pathwise.Auditing.Reported;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Reporting.Designs;

/// <summary>Rows of a forest plot, recomputed and published.</summary>
public static class EffectRows
{
    /// <summary>A total effect, standardized, with its bootstrap interval; the name tells the draws where it does not exist in all that are used.</summary>
    public static IntervalRow TotalRow(
        this BootstrapResult bootstrap, string outcome, string cause, IntervalKind kind = IntervalKind.BiasCorrected)
    {
        var (interval, draws) = bootstrap.IntervalOfTotal(outcome, cause, kind);
        var name = draws == bootstrap.Used ? $"{cause} → {outcome}" : $"{cause} → {outcome} ({draws} of {bootstrap.Used} draws)";
        return new(name, bootstrap.StandardizedTotal(outcome, cause), interval?.Lower, interval?.Upper);
    }

    /// <summary>The published statistics <c>id.b</c>, <c>id.lo</c> and <c>id.up</c> as one row.</summary>
    public static IntervalRow Row(this PublishedStatistics published, string id, string name) =>
        new(name, Value(published, id + ".b"), Value(published, id + ".lo"), Value(published, id + ".up"));

    private static double? Value(PublishedStatistics published, string id) => (double?)published[id].Number?.Value;
}
