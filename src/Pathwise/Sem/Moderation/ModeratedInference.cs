using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Moderation;

/// <summary>Standard errors and intervals of moderated quantities: by resamples, by drawn parameters, by the delta method and by the likelihood.</summary>
internal sealed class ModeratedInference
{
    private readonly FitResult fit;
    private readonly EffectOptions options;
    private readonly Matrix<double>? covariance;
    private readonly ModeratedDraws sample;
    private readonly ModeratedDraws? drawn;
    private readonly ModeratedDraws? left;
    private readonly ModeratedDraws? monteCarlo;
    private readonly EffectPoint point;
    private readonly ReplicateTable scratch;
    private readonly ModeratorSample moderators;

    public ModeratedInference(FitResult fit, EffectCatalogue catalogue, EffectOptions options, BootstrapResult? bootstrap, ModeratorSample moderators)
    {
        (this.fit, this.options, covariance, this.moderators) = (fit, options, ParameterCovariance.Of(fit), moderators);
        sample = ModeratedDraws.OfSample(ReplicateTable.Of(fit, catalogue), moderators);
        drawn = bootstrap is null ? null : ModeratedDraws.Of(bootstrap, moderators);
        left = options.Kinds.Contains(IntervalKind.BcA) ? ModeratedDraws.OfJackknife(bootstrap, moderators) : null;
        monteCarlo = options.Kinds.Contains(IntervalKind.MonteCarlo) && covariance is not null
            ? ModeratedDraws.Of(MonteCarloEffects.Draw(fit, catalogue, covariance, options.MonteCarloDraws, options.Seed), moderators)
            : null;
        (point, scratch) = (new EffectPoint(fit.Structure, catalogue), new ReplicateTable(1, catalogue));
    }

    /// <summary>Where the moderators lie in the sample.</summary>
    public ModeratorSetting Whole => sample.Setting(0);

    /// <summary>A quantity in the sample.</summary>
    public double Value(ModeratedQuantity quantity) => sample.Value(0, quantity, false);

    /// <summary>A quantity with its errors and intervals.</summary>
    public EffectEstimate Estimate(ModeratedQuantity quantity)
    {
        double value = sample.Value(0, quantity, false), standard = sample.Value(0, quantity, true);
        var raw = Distribution(quantity, false, hasIntervals: true);
        var standardized = double.IsFinite(standard) ? Distribution(quantity, true, options.IsStandardized) : default;
        return new EffectEstimate
        {
            Effect = quantity.Effect, Value = value, StandardError = raw.Error, RobustSpread = raw.Spread, Outlying = raw.Outlying,
            Standardized = double.IsFinite(standard) ? standard : null, StandardizedError = standardized.Error, StandardizedRobustSpread = standardized.Spread,
            StandardizedOutlying = standardized.Outlying, Intervals = [.. raw.Intervals, .. standardized.Intervals ?? []],
        };
    }

    /// <summary>The likelihood-ratio test that a quantity is zero, of one degree of freedom; null where no constrained fit is found.</summary>
    public (double ChiSquare, double PValue)? TestOfZero(ModeratedQuantity quantity) =>
        ProfileLikelihood.Of(fit, Quantity(quantity, false), covariance)?.ChiSquareOfZero() is { } found ? (found, ChiSquareDistribution.UpperTail(found, 1)) : null;

    /// <summary>The interval of a quantity alone; null where it does not exist.</summary>
    public Interval? Interval(IntervalKind kind, ModeratedQuantity quantity)
    {
        var (estimate, draws) = (sample.Value(0, quantity, false), Sorted(kind.IsBootstrap() ? drawn : null, quantity, false));
        return Interval(kind, quantity, false, estimate, draws)?.Interval;
    }

    /// <summary>A quantity in the draws that an interval of a kind rests on, and without each case in turn; empty where there are none.</summary>
    public (double[] Draws, double[] LeftOut) Draws(IntervalKind kind, ModeratedQuantity quantity) =>
        ((kind == IntervalKind.MonteCarlo ? monteCarlo : drawn)?.Values(quantity, false) ?? [], left?.Values(quantity, false) ?? []);

    private (double? Error, double? Spread, int? Outlying, IReadOnlyList<EffectInterval> Intervals) Distribution(ModeratedQuantity quantity, bool isStandardized, bool hasIntervals)
    {
        var estimate = sample.Value(0, quantity, isStandardized);
        var draws = Sorted(drawn, quantity, isStandardized);
        var has = draws.Length > 1;
        return (
            drawn is null ? DeltaError(quantity, isStandardized) : has ? Univariate.StandardDeviation(draws) : null,
            has ? Univariate.MedianAbsoluteDeviationOfSorted(draws) : null,
            has ? OutlyingDraws.CountSorted(draws) : null,
            hasIntervals ? [.. options.Kinds.Select(kind => Made(kind, quantity, isStandardized, estimate, draws)).OfType<EffectInterval>()] : []);
    }

    private EffectInterval? Made(IntervalKind kind, ModeratedQuantity quantity, bool isStandardized, double estimate, double[] draws) =>
        Interval(kind, quantity, isStandardized, estimate, draws) is { } made ? new(kind, isStandardized, made.Interval, made.PValue) : null;

    private (Interval Interval, double? PValue)? Interval(IntervalKind kind, ModeratedQuantity quantity, bool isStandardized, double estimate, double[] draws) => kind switch
    {
        IntervalKind.Delta => Delta(DeltaError(quantity, isStandardized), estimate),
        IntervalKind.MonteCarlo => monteCarlo is null ? null : BootstrapIntervals.OfSorted(IntervalKind.Percentile, Sorted(monteCarlo, quantity, isStandardized), estimate, options.Level),
        IntervalKind.Profile => Profile(Quantity(quantity, isStandardized)),
        _ => BootstrapIntervals.OfSorted(kind, draws, estimate, options.Level, left?.Values(quantity, isStandardized)),
    };

    private (Interval Interval, double? PValue)? Profile(ParameterQuantity quantity)
    {
        var profile = ProfileLikelihood.Of(fit, quantity, covariance);
        return profile?.Interval(options.Level) is { } bounds ? (bounds, profile.PValueOfZero()) : null;
    }

    private (Interval Interval, double? PValue)? Delta(double? standardError, double estimate)
    {
        if (standardError is not { } error)
            return null;
        var reach = NormalDistribution.Quantile((1 + options.Level) / 2) * error;
        return (new Interval(estimate - reach, estimate + reach, options.Level), error > 0 ? NormalDistribution.TwoSided(estimate / error) : null);
    }

    private double? DeltaError(ModeratedQuantity quantity, bool isStandardized) =>
        covariance is null ? null : Quantity(quantity, isStandardized).StandardError([.. fit.Values], covariance);

    // Where observed moderators lie is taken as known; where latent ones do, the parameters say.
    private ParameterQuantity Quantity(ModeratedQuantity quantity, bool isStandardized)
    {
        var isMoved = moderators.HasLatent && quantity.DependsOnSetting;
        return new(
            values => quantity.Value(values, isMoved ? moderators.Whole(values) : Whole, isStandardized ? Ratios(values) : null),
            fit.Values.Count,
            isStandardized || isMoved ? null : quantity.Parameters,
            fit.Units);
    }

    private Func<int, double> Ratios(double[] values)
    {
        var row = scratch.Row(0);
        values.CopyTo(row.Values);
        point.Evaluate(row);
        return total => scratch.Effect(0, total, true) / scratch.Effect(0, total, false);
    }

    private static double[] Sorted(ModeratedDraws? draws, ModeratedQuantity quantity, bool isStandardized)
    {
        var values = draws?.Values(quantity, isStandardized) ?? [];
        Array.Sort(values);
        return values;
    }
}
