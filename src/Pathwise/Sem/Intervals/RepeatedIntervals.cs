using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Intervals;

/// <summary>How much the interval of a small bootstrap depends on its draws.</summary>
public static class RepeatedIntervals
{
    /// <summary>
    /// The intervals that bootstraps of <paramref name="samples"/> draws give for the standardized total effect of a cause on an
    /// outcome. The draws of a large bootstrap are cut into disjoint runs of that length; each run is a bootstrap of its own, since
    /// draws are independent of each other. A remainder is left out.
    /// </summary>
    public static IReadOnlyList<EffectInterval> RepeatTotal(
        this BootstrapResult bootstrap, string outcome, string cause, int samples, IntervalKind kind = IntervalKind.BiasCorrected, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(bootstrap);
        var draws = bootstrap.Draws(Position(bootstrap, outcome, cause), isStandardized: true);
        if (samples < 2 || samples > draws.Count)
            throw new InputException($"Runs of {samples} draws cannot be cut from {draws.Count}; expected 2 to {draws.Count}.");
        var estimate = bootstrap.StandardizedTotal(outcome, cause)
            ?? throw new InputException($"The standardized effect of {cause} on {outcome} does not exist in this fit.");
        return [.. draws.Chunk(samples).Where(run => run.Length == samples).Select(run => OfRun(run, estimate, kind, level))];
    }

    /// <summary>The total effect of a cause on an outcome, as the fit estimates it.</summary>
    public static EffectEstimate TotalEffect(this BootstrapResult bootstrap, string outcome, string cause)
    {
        ArgumentNullException.ThrowIfNull(bootstrap);
        return bootstrap.Fit.EstimateEffects()[Position(bootstrap, outcome, cause)];
    }

    /// <summary>The standardized total effect of a cause on an outcome, as the fit estimates it; null when it does not exist.</summary>
    public static double? StandardizedTotal(this BootstrapResult bootstrap, string outcome, string cause)
    {
        ArgumentNullException.ThrowIfNull(bootstrap);
        var estimate = bootstrap.Estimate(Position(bootstrap, outcome, cause), isStandardized: true);
        return double.IsFinite(estimate) ? estimate : null;
    }

    /// <summary>
    /// The interval of the standardized total effect of a cause on an outcome from all draws in which it exists (a draw with a negative
    /// variance has none), and how many they are; the interval is null where they give none.
    /// </summary>
    public static (Interval? Interval, int Draws) IntervalOfTotal(
        this BootstrapResult bootstrap, string outcome, string cause, IntervalKind kind = IntervalKind.BiasCorrected, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(bootstrap);
        var position = Position(bootstrap, outcome, cause);
        var draws = bootstrap.Draws(position, isStandardized: true);
        return bootstrap.StandardizedTotal(outcome, cause) is { } estimate
            ? (BootstrapIntervals.Of(kind, draws, estimate, level, bootstrap.LeftOut(position, true))?.Interval, draws.Count)
            : (null, draws.Count);
    }

    private static EffectInterval OfRun(double[] run, double estimate, IntervalKind kind, double level) =>
        BootstrapIntervals.Of(kind, run, estimate, level) is var (interval, p)
            ? new(kind, true, interval, p)
            : throw new InputException($"{kind} is not an interval that draws alone give.");

    private static int Position(BootstrapResult bootstrap, string outcome, string cause)
    {
        var effects = bootstrap.Effects;
        for (var i = 0; i < effects.Count; i++)
        {
            if (effects[i] is { Kind: EffectKind.Total } effect && effect.Outcome == outcome && effect.Cause == cause)
                return i;
        }

        throw new InputException($"The model has no effect of {cause} on {outcome}.");
    }
}
