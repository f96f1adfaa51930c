using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Auditing;

/// <summary>The check of a published effect with its bootstrap interval.</summary>
public static class EffectChecks
{
    /// <summary>
    /// What a bootstrap gives for the published statistics <c>id.b</c>, <c>id.lo</c>, <c>id.up</c> and <c>id.p</c>: the standardized total effect,
    /// and the distributions of its bounds and p over repeated bootstraps of <paramref name="samples"/> draws, as the published draws
    /// are unknown.
    /// </summary>
    public static IEnumerable<(string Id, Recomputed Value)> Recompute(
        this BootstrapResult bootstrap, string id, string outcome, string cause, int samples, IntervalKind kind = IntervalKind.BiasCorrected)
    {
        var repeated = bootstrap.RepeatTotal(outcome, cause, samples, kind);
        return
        [
            (id + ".b", bootstrap.StandardizedTotal(outcome, cause)),
            (id + ".lo", Recomputed.Distribution([.. repeated.Select(each => each.Interval.Lower)])),
            (id + ".up", Recomputed.Distribution([.. repeated.Select(each => each.Interval.Upper)])),
            (id + ".p", Recomputed.Distribution([.. repeated.Select(each => each.PValue ?? 1)])),
        ];
    }
}
