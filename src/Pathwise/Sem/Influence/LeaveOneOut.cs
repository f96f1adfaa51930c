using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Influence;

/// <summary>
/// What each case changes, from the exact fit without it: estimates found side by side, errors and measures at them (DFTHETAS, generalized Cook's
/// distance and the change of the chi-square of Pek and MacCallum, 2011).
/// </summary>
internal sealed class LeaveOneOut
{
    private readonly FitResult fit;
    private readonly EffectCatalogue catalogue;
    private readonly int effect;
    private readonly ChangeOfFit measures;
    private readonly double? chiSquare;
    private readonly double[] effects;

    /// <summary>Of a fit, one of whose effects is asked for.</summary>
    public LeaveOneOut(FitResult fit, EffectCatalogue catalogue, int effect)
    {
        (this.fit, this.catalogue, this.effect) = (fit, catalogue, effect);
        (measures, chiSquare) = (new ChangeOfFit(fit), ChangeOfFit.ChiSquare(fit));
        effects = GeneralOmissions.EffectsAt(fit, catalogue, fit.Values);
    }

    /// <summary>The rows of all cases, from the fits without each of them.</summary>
    public CaseInfluence[] Rows(IReadOnlyList<CaseName> names, Omission[] fits, bool hasOneStep, int threads)
    {
        var approximations = hasOneStep ? new OneStep(fit, values => effects[effect] - GeneralOmissions.EffectsAt(fit, catalogue, values)[effect]) : null;
        return Pieces.Map(fits.Length, i => Row(names[i], i, fits[i]) with { OneStep = approximations?.Of(i) }, threads);
    }

    /// <summary>A change over a standard error; null where there is none.</summary>
    public static double? Ratio(double change, double? variance) => variance is > 0 ? change / Math.Sqrt(variance.Value) : null;

    private CaseInfluence Row(CaseName name, int i, Omission omitted)
    {
        if (omitted.Free is not { } values)
            return new() { Case = name, Status = omitted.Status, Change = null, Effects = [], Measures = null };
        var without = omitted.Fit ?? fit.Of(GeneralOmissions.Without(fit, SampleSources.Cases(fit.Sample[0]), [i]), values, omitted.Discrepancy);
        var (all, less) = (measures.All, measures.Of(without));
        return new()
        {
            Case = name,
            Status = omitted.Status,
            Change = Change(without, omitted),
            Effects = [.. effects.Zip(omitted.Effects!, (with, others) => with - others)],
            Measures = new(all.Rmsea - less.Rmsea, all.Cfi - less.Cfi, all.Tli - less.Tli, all.Srmr - less.Srmr),
        };
    }

    private CaseChange Change(FitResult without, Omission omitted)
    {
        var covariance = omitted.Covariance ?? ParameterCovariance.Of(without)?.ToRowMajorArray();
        double[] changes = [.. fit.Values.Zip(without.Values, (all, less) => all - less)];
        var (t, ofEffect) = (changes.Length, effects[effect] - omitted.Effects![effect]);
        return new()
        {
            Effect = double.IsFinite(ofEffect) ? ofEffect : null,
            Parameters = changes,
            Standardized = [.. changes.Select((change, j) => Ratio(change, covariance?[(j * t) + j]))],
            GeneralizedCook = covariance is null ? null : Distance(changes, covariance),
            ChiSquare = chiSquare - ChangeOfFit.ChiSquare(without),
        };
    }

    // Under equality constraints the covariances are of less than full rank, and every change lies in their directions.
    private static double? Distance(double[] changes, double[] covariance)
    {
        var t = changes.Length;
        double[] factor = [.. covariance], rest = [.. changes];
        double distance;
        if (Cholesky.TryFactor(factor, t))
        {
            Cholesky.SolveLower(factor, t, rest);
            distance = VectorKernels.Dot(rest, rest);
        }
        else
        {
            var change = Vector<double>.Build.Dense(changes);
            distance = change * (Matrix<double>.Build.DenseOfRowMajor(t, t, covariance).PseudoInverse() * change);
        }

        return double.IsFinite(distance) ? distance : null;
    }
}
