using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>What the model leaves of the sample's moments.</summary>
public static class Residuals
{
    /// <summary>Sample (or saturated) moments less implied ones, by group.</summary>
    public static IReadOnlyList<ResidualMoments> RawResiduals(this FitResult fit) => Of(fit, (_, _) => null);

    /// <summary>Sample correlations less implied ones, by group (Bollen 1989); means in the sample's standard deviations.</summary>
    public static IReadOnlyList<ResidualMoments> CorrelationResiduals(this FitResult fit) =>
        [.. Enumerable.Range(1, fit.Table.GroupCount).Select(group => Correlations(fit, group))];

    /// <summary>Raw residuals over the standard errors of the sample's moments (Joreskog and Sorbom 1981); NaN of variances and means of ordered variables, which have none.</summary>
    public static IReadOnlyList<ResidualMoments> NormalizedResiduals(this FitResult fit) => fit.Structure.Responses is null
        ? Of(fit, ResidualVariances.OfSample)
        : OfResponses(fit, ResponseResidualVariances.OfSample, "Normalized residuals");

    /// <summary>Raw residuals over their own standard errors; NaN where a residual cannot vary.</summary>
    public static IReadOnlyList<ResidualMoments> StandardizedResiduals(this FitResult fit) => fit.Structure.Responses is null
        ? Of(fit, ResidualVariances.OfResiduals)
        : OfResponses(fit, ResponseResidualVariances.OfResiduals, "Standardized residuals");

    private static ResidualMoments[] Of(FitResult fit, Func<FitResult, int, MomentVariances?> variances) =>
        [.. Enumerable.Range(1, fit.Table.GroupCount).Select(group => Scaled(fit, group, variances(fit, group)))];

    private static ResidualMoments[] OfResponses(FitResult fit, Func<FitResult, int, double[]?> variances, string name)
    {
        OrderedRequirements.RefuseCovariates(fit.Structure, name);
        return Of(fit, (_, group) => variances(fit, group) is { } known ? ResponseResidualVariances.Laid(fit, known) : null);
    }

    private static ResidualMoments Scaled(FitResult fit, int group, MomentVariances? variances)
    {
        var (sample, implied) = (fit.Saturated[group - 1], fit.ImpliedMeans(group));
        var raw = sample.Covariance - fit.ImpliedCovariance(group);
        var means = implied is null ? null : sample.Means! - implied;
        return new()
        {
            Group = group,
            Names = sample.Names,
            Covariance = variances is null ? raw : raw.PointwiseDivide(variances.Covariance.PointwiseSqrt()),
            Means = variances is null || means is null ? means : means.PointwiseDivide(variances.Means.PointwiseSqrt()),
        };
    }

    private static ResidualMoments Correlations(FitResult fit, int group)
    {
        var (s, sigma, sample) = (fit.Saturated[group - 1].Covariance, fit.ImpliedCovariance(group), fit.Saturated[group - 1]);
        var implied = fit.ImpliedMeans(group);
        return new()
        {
            Group = group,
            Names = sample.Names,
            Covariance = s.MapIndexed((i, j, value) => (value / Math.Sqrt(s[i, i] * s[j, j])) - (sigma[i, j] / Math.Sqrt(sigma[i, i] * sigma[j, j])), Zeros.Include),
            Means = implied?.MapIndexed((i, value) => (sample.Means![i] - value) / Math.Sqrt(s[i, i]), Zeros.Include),
        };
    }
}
