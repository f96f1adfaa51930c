using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Studies;

/// <summary>
/// One model of one group fitted to the same answers by several estimators, those that take answers as numbers and those that take them as ordered. Only standardized
/// effects compare: the unit of a response is not that of an answer.
/// </summary>
[TypeFormatterSource]
public sealed class EstimatorComparison
{
    private const double Level = 0.95;

    private readonly Lazy<IReadOnlyList<ScaleByEstimator>> scales;

    private EstimatorComparison(IReadOnlyList<FitResult> fits, Func<IReadOnlyList<ScaleByEstimator>> scales) => (Fits, this.scales) = (fits, new(scales));

    /// <summary>The fits, in the order of the estimators.</summary>
    public IReadOnlyList<FitResult> Fits { get; }

    /// <summary>Reliability of each factor that items measure, of numbers and of ordered answers. Computed once, when first asked for.</summary>
    public IReadOnlyList<ScaleByEstimator> Scales => scales.Value;

    /// <summary>
    /// Fits a model to columns of answers by each estimator. Estimators of ordered variables take every item that the model measures by, or explains, as ordered. The
    /// rows are those that have all the answers.
    /// </summary>
    /// <exception cref="InputException">There is no estimator, one is named twice, or the model cannot be fitted by one of them.</exception>
    public static EstimatorComparison Of(ModelSpecification model, DataTable answers, params IReadOnlyList<Estimator> estimators)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(estimators);
        if (estimators.Count == 0 || estimators.Distinct().Count() < estimators.Count)
            throw new InputException($"A comparison needs estimators, each once; there {(estimators.Count == 0 ? "are none" : $"are {string.Join(", ", estimators)}")}.");
        return new([.. estimators.Select(estimator => Fit(model, answers, estimator))], () => ScalesByEstimator.Of(model, answers));
    }

    /// <summary>The fit by an estimator.</summary>
    /// <exception cref="InputException">It was not among those compared.</exception>
    public FitResult By(Estimator estimator) => Fits.FirstOrDefault(fit => fit.Options.Estimator == estimator)
        ?? throw new InputException($"The comparison has no fit by {estimator}; it has {string.Join(", ", Fits.Select(fit => fit.Options.Estimator))}.");

    /// <summary>How well the model fits by each estimator: its scaled test and indices where it has them. Null members of a fit that did not converge.</summary>
    public IReadOnlyList<FitByEstimator> Indices() => [.. Fits.Select(Indices)];

    /// <summary>Every effect of each fit that converged, standardized, with its delta-method interval; effect by effect, estimators in their order.</summary>
    public IReadOnlyList<EffectByEstimator> Effects(params IReadOnlyList<EffectKind> kinds)
    {
        var all = Fits.Where(fit => fit.HasConverged).SelectMany(fit => fit.EstimateEffects(new() { Level = Level }).Select(effect => Row(fit, effect))).ToList();
        var names = all.Select(row => row.Effect.Name).Distinct().ToList();
        return [.. all.Where(row => kinds is null or [] || kinds.Contains(row.Effect.Kind)).OrderBy(row => names.IndexOf(row.Effect.Name))];
    }

    private static FitResult Fit(ModelSpecification model, DataTable answers, Estimator estimator)
    {
        var options = new EstimationOptions { Estimator = estimator };
        return model.Fit(answers, options, options.Method() is { HasLikelihood: false, NeedsCases: true } ? new() { Ordered = ["all"] } : null);
    }

    private static FitByEstimator Indices(FitResult fit)
    {
        if (!fit.HasConverged)
            return new(fit.Options.Estimator, null, null, null, null, null, null);
        var found = fit.Indices();
        var test = found.ScaledTest ?? found.Test;
        return new(
            fit.Options.Estimator, test.Value, test.DegreesOfFreedom, test.PValue,
            (found.ScaledIncremental ?? found.Incremental).Cfi, (found.ScaledRmsea ?? found.RmseaIndex).Value, found.Srmr);
    }

    private static EffectByEstimator Row(FitResult fit, EffectEstimate effect) => new(
        effect.Effect, fit.Options.Estimator, effect.Standardized, effect.StandardizedError, effect.Interval(IntervalKind.Delta, isStandardized: true));
}
