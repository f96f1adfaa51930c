using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Mediation;

/// <summary>Equivalence tests of direct paths.</summary>
public static class DirectPathEquivalences
{
    /// <summary>The least correlation of cause and outcome with which mediation is called substantial: the default of R's package negligible.</summary>
    public const double LeastCorrelation = 0.15;

    /// <summary>
    /// One row for each pair of variables with an indirect effect (of the effects that the options name, or of all): two one-sided tests (Schuirmann 1987) that the
    /// standardized direct effect lies beyond <see cref="EffectOptions.Equivalence"/> on either side of zero, each at 1 - <see cref="EffectOptions.Level"/>. They
    /// are by the delta method's standard error or, with a bootstrap, by the shares of its draws, each standardized in itself.
    /// </summary>
    /// <exception cref="InputException">The options have no bound, or name an effect that the model does not have.</exception>
    public static IReadOnlyList<DirectPathEquivalence> TestDirectPaths(this FitResult fit, EffectOptions options, BootstrapResult? bootstrap = null)
    {
        fit.CheckEffects(options);
        if (options.Equivalence is not { } bound)
            throw new InputException("Equivalence needs a bound: the largest standardized direct effect that is called negligible.");
        var catalogue = bootstrap?.Catalogue ?? EffectCatalogue.Of(fit.Table, fit.Structure.Latents);
        var effects = fit.EstimateEffects(new EffectOptions { Kinds = [], IsStandardized = false });
        return [.. Pairs(catalogue, options).Select(entry => Row(fit, options, bootstrap, catalogue, effects, entry, bound))];
    }

    /// <summary>The sums of indirect effects beside which the options ask for direct paths, in the order of the rows.</summary>
    internal static IEnumerable<EffectEntry> Pairs(EffectCatalogue catalogue, EffectOptions options) =>
        catalogue.Entries.Where(entry => entry.Effect.Kind == EffectKind.TotalIndirect && IsNamed(entry.Effect, catalogue, options));

    /// <summary>Whether an effect is of the same pair of variables as a sum of indirect effects.</summary>
    internal static bool IsOf(Effect each, Effect total) => (each.Cause, each.Outcome, each.Group) == (total.Cause, total.Outcome, total.Group);

    private static bool IsNamed(Effect total, EffectCatalogue catalogue, EffectOptions options) => options.Effects.Count == 0
        || catalogue.Effects.Any(each => IsOf(each, total) && options.Effects.Contains(each.Name));

    private static DirectPathEquivalence Row(
        FitResult fit, EffectOptions options, BootstrapResult? bootstrap, EffectCatalogue catalogue, IReadOnlyList<EffectEstimate> effects, EffectEntry indirect, double bound)
    {
        var pair = indirect.Effect;
        var row = new DirectPathEquivalence(pair.Cause, pair.Outcome, bound, 1 - options.Level)
        {
            Group = pair.Group,
            GroupLabel = pair.GroupLabel,
            Correlation = Correlation(fit, indirect),
            Indirect = effects.First(each => each.Effect.Kind == EffectKind.TotalIndirect && IsOf(each.Effect, pair)).Standardized,
        };
        var position = catalogue.Effects.ToList().FindIndex(each => each.Kind == EffectKind.Direct && IsOf(each, pair));
        if (position < 0)
            return row with { Why = "the model has no direct path; it is tested in the model that has one" };
        var direct = effects.First(each => each.Effect.Kind == EffectKind.Direct && IsOf(each.Effect, pair));
        row = row with { Direct = direct.Standardized };
        return bootstrap is null ? ByError(row, direct) : ByDraws(row, bootstrap.Draws(position, true));
    }

    private static DirectPathEquivalence ByError(DirectPathEquivalence row, EffectEstimate direct)
    {
        if (direct is not { Standardized: { } estimate, StandardizedError: { } error and > 0 })
            return row with { Why = "the standardized direct effect has no standard error" };
        var reach = NormalDistribution.Quantile(1 - row.Alpha) * error;
        return row with
        {
            Interval = new Interval(estimate - reach, estimate + reach, 1 - (2 * row.Alpha)),
            LowerPValue = NormalDistribution.Cdf(-(estimate + row.Bound) / error),
            UpperPValue = NormalDistribution.Cdf((estimate - row.Bound) / error),
        };
    }

    private static DirectPathEquivalence ByDraws(DirectPathEquivalence row, IReadOnlyList<double> draws)
    {
        double[] sorted = [.. draws.Order()];
        if (row.Direct is not { } estimate || BootstrapIntervals.OfSorted(IntervalKind.Percentile, sorted, estimate, 1 - (2 * row.Alpha)) is not { } made)
            return row with { Why = "fewer than two samples can be used" };
        return row with { Interval = made.Interval, LowerPValue = BootstrapIntervals.Share(sorted, -row.Bound), UpperPValue = 1 - BootstrapIntervals.Share(sorted, row.Bound) };
    }

    private static double? Correlation(FitResult fit, EffectEntry entry)
    {
        var implied = fit.Implied(entry.Effect.Group);
        double Covariance(int i, int j) => implied.LatentCovariance[(i * implied.LatentSize) + j];
        var found = Covariance(entry.First, entry.Second) / Math.Sqrt(Covariance(entry.First, entry.First) * Covariance(entry.Second, entry.Second));
        return double.IsFinite(found) ? found : null;
    }
}
