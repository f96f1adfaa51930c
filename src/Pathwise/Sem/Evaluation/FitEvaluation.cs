using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Evaluation;

/// <summary>How well a model fits.</summary>
public static class FitEvaluation
{
    /// <summary>All fit indices, computed from the fit and from its baseline model.</summary>
    public static FitIndices Indices(this FitResult fit) => Build(fit);

    private static FitIndices Build(FitResult fit)
    {
        var test = fit.Test();
        var baseline = fit.Baseline.Test();
        double? gfi = test.Value is null ? null : GoodnessOfFit.Of(fit);
        var indices = WithLikelihood(fit, new()
        {
            ParameterCount = fit.ParameterCount(),
            CaseCount = fit.CaseCount,
            Minimum = fit.Method.Minimum(fit.Discrepancy, test.Value, fit.CaseCount),
            Test = test,
            Baseline = baseline,
            Incremental = IncrementalFit.Of(test, baseline),
            RmseaIndex = RootMeanSquareError.Of(test.Value, test.DegreesOfFreedom, Cases(fit), fit.Table.GroupCount),
            Residuals = double.IsFinite(fit.Discrepancy) ? ResidualFit.Of(fit) : ResidualIndices.Undefined,
            GammaHatIndex = GammaHat.Of(fit),
            Gfi = gfi,
            Agfi = test.DegreesOfFreedom > 0 ? 1 - ((double)MomentCount(fit) / test.DegreesOfFreedom * (1 - gfi)) : null,
            Pgfi = gfi * test.DegreesOfFreedom / MomentCount(fit),
            CriticalN05 = CriticalN(test, fit, 0.05),
            CriticalN01 = CriticalN(test, fit, 0.01),
            Mfi = test.Value is { } x ? Math.Exp(-(x - test.DegreesOfFreedom) / (2 * Cases(fit))) : null,
            Wrmr = fit.Structure.Responses is null ? null : Math.Sqrt((test.Value ?? double.NaN) / DegreesOfFreedom.MomentCount(fit)),
            Ecvi = fit.Structure.Responses is not null ? null : (test.Value + (2 * fit.ParameterCount())) / Cases(fit),
        });
        return RobustIndices.Add(indices, fit);
    }

    private static FitIndices WithLikelihood(FitResult fit, FitIndices indices)
    {
        var logl = LogLikelihoods.OfModel(fit);
        var (count, cases) = (indices.ParameterCount, indices.CaseCount);
        return indices with
        {
            LogLikelihood = logl,
            SaturatedLogLikelihood = LogLikelihoods.OfSaturated(fit),
            Aic = (-2 * logl) + (2 * count),
            Bic = (-2 * logl) + (count * Math.Log(cases)),
            AdjustedBic = (-2 * logl) + (count * Math.Log((cases + 2) / 24.0)),
        };
    }

    // Moments of fixed exogenous variables included.
    private static int MomentCount(FitResult fit) =>
        DegreesOfFreedom.MomentCount(fit) + (fit.Structure.Responses is null ? fit.Table.Rows.Count(row => row.IsSampleMoment) : 0);

    // What the discrepancy was multiplied by.
    internal static double Cases(FitResult fit) => fit.Multiplier;

    // Hoelter (1983).
    private static double? CriticalN(ChiSquareTest test, FitResult fit, double alpha) => test is { Value: > 0, DegreesOfFreedom: > 0 }
        ? (ChiSquareDistribution.Quantile(1 - alpha, test.DegreesOfFreedom) / (test.Value / Cases(fit))) + 1
        : null;
}
