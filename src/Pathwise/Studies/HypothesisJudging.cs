using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Studies;

/// <summary>Hypotheses beside the effects of a fitted model.</summary>
public static class HypothesisJudging
{
    /// <summary>
    /// Each hypothesis with its standardized estimate: effects with bias-corrected intervals where a bootstrap of the fit is given, else, and for
    /// correlations always, with those of the delta method. A path that the model does not have leaves a hypothesis undecided.
    /// </summary>
    public static IReadOnlyList<JudgedHypothesis> Judge(this FitResult fit, IReadOnlyList<Hypothesis> hypotheses, BootstrapResult? bootstrap = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var kind = bootstrap is null ? IntervalKind.Delta : IntervalKind.BiasCorrected;
        var effects = fit.EstimateEffects(new EffectOptions { Kinds = [kind] }, bootstrap);
        return [.. hypotheses.Select(each => each.IsCorrelation ? OfCorrelation(fit, each) : OfEffect(effects, kind, each))];
    }

    private static JudgedHypothesis OfEffect(IReadOnlyList<EffectEstimate> effects, IntervalKind kind, Hypothesis hypothesis) =>
        effects.FirstOrDefault(each => each.Effect.Name == hypothesis.Path) is { } effect
            ? JudgedHypothesis.Of(hypothesis, effect.Standardized, effect.Interval(kind, isStandardized: true))
            : Missing(hypothesis);

    private static JudgedHypothesis OfCorrelation(FitResult fit, Hypothesis hypothesis)
    {
        var (first, second) = (hypothesis.Variables[0], hypothesis.Variables[1]);
        var row = fit.Standardized().FirstOrDefault(each => each.Parameter is { Operator: Operator.Covariance } pair
            && ((pair.Lhs, pair.Rhs) == (first, second) || (pair.Lhs, pair.Rhs) == (second, first)));
        if (row is null)
            return Missing(hypothesis);
        return JudgedHypothesis.Of(hypothesis, row.Value, row is { Lower: { } lower, Upper: { } upper } ? new Interval(lower, upper, fit.Options.Level) : null);
    }

    private static JudgedHypothesis Missing(Hypothesis hypothesis) =>
        new(hypothesis, null, null, Judgement.Undecided, "The model does not have this path.");
}
