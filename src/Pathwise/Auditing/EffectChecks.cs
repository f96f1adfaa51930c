using System.Globalization;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Auditing;

/// <summary>The check of a published effect with its bootstrap interval.</summary>
public static class EffectChecks
{
    private static readonly string[] Parts = [".b", ".lo", ".up", ".p"];

    /// <summary>
    /// What a bootstrap gives for the published statistics <c>id.b</c>, <c>id.lo</c>, <c>id.up</c> and <c>id.p</c>: the standardized total effect,
    /// and the distributions of its bounds and p over repeated bootstraps of <paramref name="samples"/> draws, as the published draws
    /// are unknown. Nothing, with the reason, where the effect has no standardized value or too few draws have one.
    /// </summary>
    public static IEnumerable<(string Id, Recomputed Value)> Recompute(
        this BootstrapResult bootstrap, string id, string outcome, string cause, int samples, IntervalKind kind = IntervalKind.BiasCorrected)
    {
        if (Missing(bootstrap, outcome, cause, samples) is { } why)
            return Parts.Select(part => (id + part, Recomputed.Nothing(why)));
        var repeated = bootstrap.RepeatTotal(outcome, cause, samples, kind);
        return
        [
            (id + ".b", bootstrap.StandardizedTotal(outcome, cause)),
            (id + ".lo", Recomputed.Distribution([.. repeated.Select(each => each.Interval.Lower)])),
            (id + ".up", Recomputed.Distribution([.. repeated.Select(each => each.Interval.Upper)])),
            (id + ".p", Recomputed.Distribution([.. repeated.Select(each => each.PValue ?? 1)])),
        ];
    }

    private static string? Missing(BootstrapResult bootstrap, string outcome, string cause, int samples)
    {
        var draws = bootstrap.IntervalOfTotal(outcome, cause).Draws;
        return bootstrap.StandardizedTotal(outcome, cause) is null ? "The standardized effect does not exist in this fit."
            : draws < samples ? string.Create(CultureInfo.InvariantCulture, $"Only {draws} of {bootstrap.Drawn} draws have the effect; {samples} are needed.")
            : null;
    }
}
