using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;
using Pathwise.Tables;

namespace Pathwise.Sem.Intervals;

/// <summary>Estimates all effects of a fit, with intervals of any kind side by side.</summary>
public static class EffectInference
{
    /// <summary>
    /// Direct, specific indirect, total indirect and total effects of every pair, contrasts, proportions mediated and defined quantities.
    /// Intervals of the bootstrap need <paramref name="bootstrap"/>, a bootstrap of the same fit; its rule on improper solutions applies.
    /// <paramref name="progress"/> counts profile intervals, which take long; after <paramref name="cancellation"/> those not yet found are left out.
    /// </summary>
    public static IReadOnlyList<EffectEstimate> EstimateEffects(
        this FitResult fit, EffectOptions? options = null, BootstrapResult? bootstrap = null, IProgress<BootstrapProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return new Gathering(fit, options ?? new EffectOptions(), bootstrap, progress, cancellation).Estimates(hasOthers: true);
    }

    /// <summary>The effects that the options name, and no other, as <see cref="EstimateEffects"/> has them: where many fits are asked for few of their effects.</summary>
    /// <exception cref="InputException">The options name none, or one that the model does not have.</exception>
    internal static IReadOnlyList<EffectEstimate> EstimateNamedEffects(this FitResult fit, EffectOptions options, BootstrapResult? bootstrap = null) => options.Effects.Count > 0
        ? new Gathering(fit, options, bootstrap, null, CancellationToken.None).Estimates(hasOthers: false)
        : throw new InputException("No effect is named.");

    /// <summary>
    /// Stops where <see cref="EstimateEffects"/> would: the same complaint before a bootstrap is drawn as after it.
    /// </summary>
    /// <exception cref="InputException">The options have no meaning, name an effect that the model does not have, or ask for profiles of an estimator without a likelihood.</exception>
    public static void CheckEffects(this FitResult fit, EffectOptions options)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(options);
        Catalogue(fit).Require(options.Checked().Effects);
        RequireLikelihood(fit, options);
    }

    private static void RequireLikelihood(FitResult fit, EffectOptions options)
    {
        if (options.Kinds.Contains(IntervalKind.Profile) && !fit.Method.HasLikelihood)
            throw new InputException($"Profile intervals are of a likelihood, and {fit.Options.Estimator} minimizes weighted squares, which have none; ask for {IntervalKind.Delta.Text()}, {IntervalKind.MonteCarlo.Text()} or intervals of the bootstrap.");
    }

    /// <summary>
    /// What the list of effects leaves out, a sentence for each pair of variables with very many paths; empty for most models.
    /// </summary>
    public static IReadOnlyList<string> OmittedEffects(this FitResult fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return Catalogue(fit).Omissions;
    }

    /// <summary>The effect of a name such as <c>x -> m -> y</c>, <c>x => y</c> or a label before <c>:=</c>; of several groups, that of the first which has it.</summary>
    /// <exception cref="InputException">No effect has the name; the message has the nearest one.</exception>
    public static EffectEstimate Named(this IReadOnlyList<EffectEstimate> effects, string name)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return effects.FirstOrDefault(each => each.Effect.Name == name)
            ?? throw new InputException(NearestName.Complaint("the effects", name, [.. effects.Select(each => each.Effect.Name).Distinct()]));
    }

    private static EffectCatalogue Catalogue(FitResult fit) => EffectCatalogue.Of(fit.Table, fit.Structure.Latents);

    /// <summary>
    /// The profile-likelihood interval of a free parameter (its position in the table, counted from 1); null where it does not exist.
    /// </summary>
    public static Interval? ProfileInterval(this FitResult fit, int free, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (free < 1 || free > fit.Values.Count)
            throw new InputException($"The model has {fit.Values.Count} free parameters; there is none at position {free}.");
        if (Levels.Problem(level) is { } problem)
            throw new InputException(problem);
        return ProfileLikelihood.Of(fit, new ParameterQuantity(values => values[free - 1], fit.Values.Count, units: fit.Units), ParameterCovariance.Of(fit))?.Interval(level);
    }

    private sealed class Gathering
    {
        private readonly FitResult fit;
        private readonly EffectOptions options;
        private readonly BootstrapResult? bootstrap;
        private readonly EffectCatalogue catalogue;
        private readonly Matrix<double>? covariance;
        private readonly EffectPoint effects;
        private readonly ReplicateTable scratch;
        private readonly MonteCarloEffects? monteCarlo;
        private readonly EffectSlopes slopes;
        private readonly EffectDraws? drawn;
        private readonly IProgress<BootstrapProgress>? progress;
        private readonly CancellationToken cancellation;
        private int profiles;

        public Gathering(FitResult fit, EffectOptions options, BootstrapResult? bootstrap, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
        {
            (this.fit, this.options, this.bootstrap, this.progress, this.cancellation) = (fit, options, bootstrap, progress, cancellation);
            RequireLikelihood(fit, options.Checked());
            if (options.Kinds.Contains(IntervalKind.Profile))
                EarlierStep.Refuse(fit, "Profile-likelihood intervals");
            if (options.Kinds.FirstOrDefault(kind => kind.IsBootstrap() && bootstrap is null, IntervalKind.Delta) is var missing && missing != IntervalKind.Delta)
                throw new InputException($"Intervals of kind {missing.Text()} need a bootstrap.");
            if (bootstrap is not null && !ReferenceEquals(bootstrap.Fit, fit))
                throw new InputException("The bootstrap is of another fit.");
            catalogue = bootstrap?.Catalogue ?? Catalogue(fit);
            catalogue.Require(options.Effects);
            if (options.Kinds.Contains(IntervalKind.MonteCarlo))
                Room.Require(options.MonteCarloDraws, ReplicateTable.BytesOfRow(catalogue), "Monte Carlo draws", catalogue.Entries.Count);
            covariance = ParameterCovariance.Of(fit);
            effects = new EffectPoint(fit.Structure, catalogue);
            scratch = new ReplicateTable(1, catalogue);
            slopes = EffectSlopes.Of(fit, effects);
            drawn = bootstrap is null ? null : new EffectDraws(bootstrap);
            monteCarlo = options.Kinds.Contains(IntervalKind.MonteCarlo) && covariance is not null
                ? MonteCarloEffects.Draw(fit, catalogue, covariance, options.MonteCarloDraws, options.Seed)
                : null;
        }

        public IReadOnlyList<EffectEstimate> Estimates(bool hasOthers) => [.. Enumerable.Range(0, catalogue.Entries.Count).Where(effect => hasOthers || IsWanted(effect)).Select(Estimate)];

        private bool IsWanted(int effect) => options.Effects.Count == 0 || options.Effects.Contains(catalogue.Entries[effect].Effect.Name);

        private EffectEstimate Estimate(int effect)
        {
            double value = slopes.Value(effect, false), standard = slopes.Value(effect, true);
            var isWanted = IsWanted(effect);
            var isDefined = double.IsFinite(standard);
            var raw = Distribution(effect, false, isWanted, isWanted);
            var standardized = isDefined ? Distribution(effect, true, isWanted, isWanted && options.IsStandardized) : default;
            return new EffectEstimate
            {
                Effect = catalogue.Entries[effect].Effect,
                Value = value,
                StandardError = raw.Error,
                RobustSpread = raw.Spread,
                Standardized = isDefined ? standard : null,
                StandardizedError = standardized.Error,
                StandardizedRobustSpread = standardized.Spread,
                Outlying = raw.Outlying,
                StandardizedOutlying = standardized.Outlying,
                JointPValue = Joint(catalogue.Entries[effect]),
                Intervals = [.. raw.Intervals, .. standardized.Intervals ?? []],
            };
        }

        /// <summary>What is made of the draws of an effect, or without a bootstrap of its slopes.</summary>
        private (double? Error, double? Spread, int? Outlying, IReadOnlyList<EffectInterval> Intervals) Distribution(
            int effect, bool isStandardized, bool isWanted, bool hasIntervals)
        {
            var draws = drawn?.Of(effect, isStandardized);
            return (
                draws is null ? slopes.StandardError(effect, isStandardized, covariance) : draws.Deviation,
                isWanted ? draws?.Spread : null,
                isWanted ? draws?.Outlying : null,
                hasIntervals ? [.. options.Kinds.Select(kind => Interval(kind, effect, isStandardized)).OfType<EffectInterval>()] : []);
        }

        private ParameterQuantity Quantity(int effect, bool isStandardized) => new(
            values =>
            {
                var row = scratch.Row(0);
                values.CopyTo(row.Values);
                effects.Evaluate(row);
                return scratch.Effect(0, effect, isStandardized);
            },
            fit.Values.Count,
            DependsOn(catalogue.Entries[effect].Effect, isStandardized),
            fit.Units);

        // Effects follow from the regressions, standardized ones from the (residual) covariances of the structural variables, too.
        private int[]? DependsOn(Effect effect, bool isStandardized) => effect.Kind == EffectKind.Defined
            ? null
            : [
                .. from cell in fit.Structure.Groups[effect.Group - 1]
                   where cell.Free >= 0 && (cell.Matrix == Implied.ModelMatrix.Beta || (isStandardized && cell.Matrix == Implied.ModelMatrix.Psi))
                   orderby cell.Free
                   select cell.Free,
            ];

        private EffectInterval? Interval(IntervalKind kind, int effect, bool isStandardized)
        {
            var estimate = slopes.Value(effect, isStandardized);
            (Interval Interval, double? PValue)? found = kind switch
            {
                IntervalKind.Delta => Delta(slopes.StandardError(effect, isStandardized, covariance), estimate),
                IntervalKind.MonteCarlo => monteCarlo is null ? null : BootstrapIntervals.Of(IntervalKind.Percentile, monteCarlo.Of(effect, isStandardized), estimate, options.Level),
                IntervalKind.Profile => cancellation.IsCancellationRequested ? null : Profile(effect, isStandardized),
                _ => BootstrapIntervals.OfSorted(kind, drawn!.Sorted, estimate, options.Level, kind == IntervalKind.BcA ? bootstrap!.LeftOut(effect, isStandardized) : null),
            };
            return found is { } made ? new EffectInterval(kind, isStandardized, made.Interval, made.PValue) : null;
        }

        private (Interval Interval, double? PValue)? Profile(int effect, bool isStandardized)
        {
            var profile = ProfileLikelihood.Of(fit, Quantity(effect, isStandardized), covariance);
            var bounds = profile?.Interval(options.Level);
            var total = (options.Effects.Count == 0 ? catalogue.Entries.Count : options.Effects.Count) * (options.IsStandardized ? 2 : 1);
            progress?.Report(new BootstrapProgress(Math.Min(++profiles, total), total) { What = "profiles found" });
            return bounds is null ? null : (bounds.Value, profile!.PValueOfZero());
        }

        private (Interval Interval, double? PValue)? Delta(double? standardError, double estimate)
        {
            if (standardError is not { } error)
                return null;
            var reach = NormalDistribution.Quantile((1 + options.Level) / 2) * error;
            return (new Interval(estimate - reach, estimate + reach, options.Level), error > 0 ? NormalDistribution.TwoSided(estimate / error) : null);
        }

        /// <summary>The largest p of the coefficients along a path.</summary>
        private double? Joint(EffectEntry entry)
        {
            if (entry.Effect.Kind != EffectKind.SpecificIndirect || covariance is null)
                return null;
            var largest = 0.0;
            foreach (var row in PathCoefficients.Of(fit, catalogue, entry).Where(row => covariance[row.Free - 1, row.Free - 1] > 0))
                largest = Math.Max(largest, NormalDistribution.TwoSided(fit.Values[row.Free - 1] / Math.Sqrt(covariance[row.Free - 1, row.Free - 1])));
            return largest;
        }
    }
}
