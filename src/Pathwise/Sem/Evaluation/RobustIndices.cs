using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Evaluation;

/// <summary>
/// Indices from scaled tests, and robust ones that estimate what the plain indices would be in the population: Brosseau-Liard, Savalei and Li
/// (2012) for RMSEA, Brosseau-Liard and Savalei (2014) for CFI and TLI; with missing values Zhang and Savalei (2023), of ordered variables Savalei (2021).
/// </summary>
internal static class RobustIndices
{
    /// <summary>The indices with the scaled and robust forms that the estimator and the data have.</summary>
    public static FitIndices Add(FitIndices indices, FitResult fit)
    {
        var result = fit.Method.IsRobust ? WithScaled(indices, fit) : indices;
        if (fit.Options.Missing == MissingData.Fiml)
        {
            var (test, baseline) = MissingDataCorrection.Of(fit.Working);
            return WithRobust(result, fit, test, baseline);
        }

        if (fit.Method.Sandwich is not { Kind: not ScaledTestKind.MeanAndVariance })
            return result;
        return fit.Structure.Responses is not null
            ? OfResponses(result, fit)
            : WithRobust(result, fit, WithMean(indices.Test, fit), WithMean(indices.Baseline, fit.Baseline)) with
            {
                RobustRmsea = Rmsea(WithMean(indices.Test, fit), FitEvaluation.Cases(fit), fit.Table.GroupCount, result.ScaledTest),
            };
    }

    private static FitIndices OfResponses(FitIndices indices, FitResult fit) => CategoricalCorrection.Of(fit) is not { } corrected
        ? indices with { RobustIncremental = new(null, null, null, null, null, null, null), RobustRmsea = new(null, null, null, null, null), RobustRmseaOverCases = new(null, null, null, null, null) }
        : indices with
        {
            RobustIncremental = Incremental(corrected.Test with { DegreesOfFreedom = indices.DegreesOfFreedom }, corrected.Baseline with { DegreesOfFreedom = indices.Baseline.DegreesOfFreedom }),
            RobustRmsea = Rmsea(corrected.Test, FitEvaluation.Cases(fit), fit.Table.GroupCount),
            RobustRmseaOverCases = Rmsea(corrected.Test, fit.CaseCount, fit.Table.GroupCount),
        };

    private static FitIndices WithScaled(FitIndices indices, FitResult fit)
    {
        var (scaled, baseline) = (fit.ScaledTest()!, fit.Baseline.ScaledTest()!);
        var isEachAtItsOwn = fit.Method.Sandwich!.IsEachAtItsOwn;
        return indices with
        {
            ScaledTest = scaled,
            ScaledBaseline = baseline,
            ScaledIncremental = IncrementalFit.Of(scaled, baseline),
            ScaledRmsea = Scaled(indices, scaled, FitEvaluation.Cases(fit), fit.Table.GroupCount),
            SaturatedScalingFactor = isEachAtItsOwn ? RobustCorrection.SaturatedTrace(fit) / DegreesOfFreedom.MomentCount(fit) : null,
            ModelScalingFactor = isEachAtItsOwn ? RobustCorrection.ModelTrace(fit) / fit.Table.FreeCount : null,
        };
    }

    private static FitIndices WithRobust(FitIndices indices, FitResult fit, ChiSquareTest test, ChiSquareTest baseline) => indices with
    {
        RobustIncremental = Incremental(test, baseline),
        RobustRmsea = Rmsea(test, FitEvaluation.Cases(fit), fit.Table.GroupCount),
        RobustGammaHat = fit.Options.Missing == MissingData.Fiml ? GammaHat.Of(fit, test.Value, test.ScalingFactor) : GammaHat.Of(fit, test.ScalingFactor),
    };

    // The factor that the mean of the chi-square is of its degrees of freedom, however the test is scaled; one of a saturated model.
    private static ChiSquareTest WithMean(ChiSquareTest plain, FitResult fit) => plain with { ScalingFactor = RobustCorrection.ScalingFactor(fit) };

    // As the plain formulas, with each chi-square's degrees of freedom multiplied by its scaling factor.
    private static IncrementalIndices Incremental(ChiSquareTest test, ChiSquareTest baseline)
    {
        double df = test.DegreesOfFreedom, dfb = baseline.DegreesOfFreedom;
        if (test is not { Value: { } x, ScalingFactor: { } c } || baseline is not { Value: { } xb, ScalingFactor: { } cb })
            return new(null, null, null, null, null, null, null);
        var (misfit, worst) = (x - (c * df), xb - (cb * dfb));
        var largest = Math.Max(Math.Max(misfit, worst), 0);
        return new(
            largest > IncrementalFit.Rounding ? 1 - (Math.Max(misfit, 0) / largest) : 1,
            df > 0 && worst != 0 ? 1 - (misfit / df * dfb / worst) : null,
            null,
            null,
            null,
            null,
            worst != 0 ? (worst - misfit) / worst : null);
    }

    // Interval and tests as lavaan has them: the plain chi-square against a chi-square of c df degrees of freedom.
    private static RmseaIndex Scaled(FitIndices indices, ChiSquareTest scaled, double cases, int groups) => scaled.Value is null ? new(null, null, null, null, null)
        : scaled.Shift is not null
        ? RootMeanSquareError.Of(scaled.Value, scaled.DegreesOfFreedom, cases, groups)
        : scaled.AdjustedDegrees is { } degrees
        ? RootMeanSquareError.Of(indices.ChiSquare, degrees * (scaled.ScalingFactor ?? 1), cases, groups)
        : RootMeanSquareError.Of(indices.ChiSquare, scaled.DegreesOfFreedom * (scaled.ScalingFactor ?? 1), cases, groups) with
        {
            Value = RootMeanSquareError.Of(scaled.Value, scaled.DegreesOfFreedom, cases, groups).Value,
        };

    // Interval and tests are of the scaled test with its own factor, where it is known.
    private static RmseaIndex Rmsea(ChiSquareTest test, double cases, int groups, ChiSquareTest? scaled = null)
    {
        if (test is not { Value: { } plain, DegreesOfFreedom: > 0 and var df, ScalingFactor: > 0 and var c })
            return new(null, null, null, null, null);
        var unit = cases * df / groups;
        return RootMeanSquareError.Of(scaled?.Value ?? (plain / c), df, cases / (scaled?.ScalingFactor ?? c), groups) with { Value = Math.Sqrt(Math.Max(plain - (c * df), 0) / unit) };
    }
}
