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

    public ModeratedInference(FitResult fit, EffectCatalogue catalogue, EffectOptions options, BootstrapResult? bootstrap, ModeratorSample moderators)
    {
        (this.fit, this.options, covariance) = (fit, options, ParameterCovariance.Of(fit));
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

    /// <summary>The interval of a quantity alone; null where it does not exist.</summary>
    public Interval? Interval(IntervalKind kind, ModeratedQuantity quantity)
    {
        var (estimate, draws) = (sample.Value(0, quantity, false), Sorted(kind.IsBootstrap() ? drawn : null, quantity, false));
        return Interval(kind, quantity, false, estimate, draws)?.Interval;
    }

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

    // Where the moderators lie is taken as known.
    private ParameterQuantity Quantity(ModeratedQuantity quantity, bool isStandardized) => new(
        values => quantity.Value(values, Whole) * (isStandardized ? Ratio(values, quantity.Path.Total) * quantity.Scale(Whole) : 1),
        fit.Values.Count,
        isStandardized ? null : quantity.Path.Parameters,
        fit.Units);

    private double Ratio(double[] values, int total)
    {
        var row = scratch.Row(0);
        values.CopyTo(row.Values);
        point.Evaluate(row);
        return row.Standardized[total] / row.Effects[total];
    }

    private static double[] Sorted(ModeratedDraws? draws, ModeratedQuantity quantity, bool isStandardized)
    {
        var values = draws?.Values(quantity, isStandardized) ?? [];
        Array.Sort(values);
        return values;
    }
}
