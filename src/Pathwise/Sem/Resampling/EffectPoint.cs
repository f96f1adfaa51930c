using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Resampling;

/// <summary>The effects of a fit at its own estimates, or at other values of its free parameters.</summary>
internal static class EffectPoint
{
    /// <summary>Writes estimates and effects.</summary>
    public static void Write(FitResult fit, EffectCatalogue catalogue, Estimates target)
    {
        for (var j = 0; j < fit.Values.Count; j++)
            target.Values[j] = fit.Values[j];
        Evaluate(Moments(fit), new EffectEvaluator(fit.Table, catalogue), target);
    }

    /// <summary>Scratch for the implied moments of every group.</summary>
    public static ImpliedMoments[] Moments(FitResult fit) =>
        [.. fit.Sample.Select((_, g) => new ImpliedMoments(fit.Structure, g))];

    /// <summary>Writes the effects at the target's own values of the free parameters.</summary>
    public static void Evaluate(ImpliedMoments[] moments, EffectEvaluator effects, Estimates target)
    {
        for (var g = 0; g < moments.Length; g++)
        {
            moments[g].Update(target.Values);
            effects.Evaluate(g + 1, moments[g].Beta, moments[g].LatentCovariance, target.Effects, target.Standardized);
        }

        effects.Define(target.Values, target.Effects, target.Standardized);
    }
}
