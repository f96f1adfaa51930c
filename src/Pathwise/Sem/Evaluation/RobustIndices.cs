using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Evaluation;

/// <summary>
/// Indices from scaled tests, and robust ones that estimate what the plain indices would be in the population: Brosseau-Liard, Savalei and Li
/// (2012) for RMSEA, Brosseau-Liard and Savalei (2014) for CFI and TLI.
/// </summary>
internal static class RobustIndices
{
    /// <summary>The indices with their scaled and robust forms.</summary>
    public static FitIndices Add(FitIndices indices, FitResult fit, FitResult baselineFit)
    {
        var (scaled, baseline) = (fit.ScaledTest()!, baselineFit.ScaledTest()!);
        var isYuanBentler = fit.Options.Estimator == Estimator.MLR;

        // With missing values the robust indices need other corrections (Zhang and Savalei 2023): better none than these.
        var isComplete = fit.Options.Missing == MissingData.Listwise;
        return indices with
        {
            ScaledTest = scaled,
            ScaledBaseline = baseline,
            ScaledIncremental = IncrementalFit.Of(scaled, baseline),
            RobustIncremental = !isComplete ? null : Incremental(indices, scaled.ScalingFactor, baseline.ScalingFactor),
            ScaledRmsea = Scaled(indices, scaled, FitEvaluation.Cases(fit), fit.Table.GroupCount),
            RobustGammaHat = !isComplete ? null : FitEvaluation.GammaHat(fit, scaled.ScalingFactor),
            RobustRmsea = !isComplete ? null : Rmsea(indices, scaled, FitEvaluation.Cases(fit), fit.Table.GroupCount),
            SaturatedScalingFactor = isYuanBentler ? RobustCorrection.SaturatedTrace(fit) / DegreesOfFreedom.MomentCount(fit) : null,
            ModelScalingFactor = isYuanBentler ? RobustCorrection.ModelTrace(fit) / fit.Table.FreeCount : null,
        };
    }

    // As the plain formulas, with each chi-square's degrees of freedom multiplied by its scaling factor.
    private static IncrementalIndices Incremental(FitIndices indices, double? factor, double? baselineFactor)
    {
        double df = indices.DegreesOfFreedom, dfb = indices.Baseline.DegreesOfFreedom;
        if (indices.ChiSquare is not { } x || indices.Baseline.Value is not { } xb || factor is not { } c || baselineFactor is not { } cb)
            return new(null, null, null, null, null, null, null);
        var (misfit, worst) = (x - (c * df), xb - (cb * dfb));
        var largest = Math.Max(Math.Max(misfit, worst), 0);
        return new(
            largest > 0 ? 1 - (Math.Max(misfit, 0) / largest) : 1,
            df > 0 && worst != 0 ? 1 - (misfit / df * dfb / worst) : null,
            null,
            null,
            null,
            null,
            worst != 0 ? (worst - misfit) / worst : null);
    }

    // Interval and tests as lavaan has them: the plain chi-square against a chi-square of c df degrees of freedom.
    private static RmseaIndex Scaled(FitIndices indices, ChiSquareTest scaled, double cases, int groups) =>
        RootMeanSquareError.Of(indices.ChiSquare, scaled.DegreesOfFreedom * (scaled.ScalingFactor ?? 1), cases, groups) with
        {
            Value = RootMeanSquareError.Of(scaled.Value, scaled.DegreesOfFreedom, cases, groups).Value,
        };

    private static RmseaIndex Rmsea(FitIndices indices, ChiSquareTest scaled, double cases, int groups)
    {
        if (indices.ChiSquare is not { } plain || scaled is not { Value: { } x, DegreesOfFreedom: > 0 and var df, ScalingFactor: { } c })
            return new(null, null, null, null, null);
        var unit = cases * df / groups;
        return new(
            Math.Sqrt(Math.Max(plain - (c * df), 0) / unit),
            Math.Sqrt(c * NoncentralChiSquareDistribution.Noncentrality(x, df, 0.95) / unit),
            Math.Sqrt(c * NoncentralChiSquareDistribution.Noncentrality(x, df, 0.05) / unit),
            NoncentralChiSquareDistribution.UpperTail(x, df, unit * 0.05 * 0.05 / c),
            NoncentralChiSquareDistribution.Cdf(x, df, unit * 0.08 * 0.08 / c));
    }
}
