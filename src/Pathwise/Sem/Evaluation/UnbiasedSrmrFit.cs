using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Evaluation;

/// <summary>The SRMR of the population, estimated without bias.</summary>
public static class UnbiasedSrmrFit
{
    private const double Least = 2.2204460492503131e-16;

    /// <summary>
    /// The index of a model of one group, from the residuals over the sample's standard deviations and their covariance matrix (Maydeu-Olivares 2017, as lavaan computes it); with a mean structure the
    /// means count. Of complete continuous cases or their covariances; null elsewhere, and where the information is singular.
    /// </summary>
    public static UnbiasedSrmrIndex? UnbiasedSrmr(this FitResult fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (fit.Table.GroupCount > 1 || fit.Structure.Responses is not null || fit.Options.Missing.NeedsMeans() || !double.IsFinite(fit.Discrepancy)
            || fit.Warnings.Any(warning => warning.Code is "not-identified" or "sample-not-positive-definite") || ResidualVariances.CovarianceOfResiduals(fit, 1) is not { } residuals)
            return null;
        var (all, means) = (fit.Working.Saturated[0], fit.Working.ImpliedMeans());
        var (m, s, sigma) = (residuals.Vector.Count, all.Covariance, fit.Working.ImpliedCovariance());
        double[] standardized = new double[m], covariance = residuals.Covariance;
        for (var k = 0; k < m; k++)
        {
            var scale = Scale(k);
            var (kind, i, j) = residuals.Vector[k];
            standardized[k] = scale * (kind == MomentKind.Mean ? all.Means![i] - means![i] : s[i, j] - sigma[i, j]);
            for (var l = 0; l < m; l++)
                covariance[(k * m) + l] *= scale * Scale(l);
        }

        var p = all.Names.Count;
        return Of(standardized, covariance, (p * (p + 1) / 2) + (fit.Table.HasMeanStructure ? p : 0));

        double Scale(int k) => residuals.Vector[k] is var (kind, i, j) && kind == MomentKind.Mean ? 1 / Math.Sqrt(s[i, i]) : 1 / Math.Sqrt(s[i, i] * s[j, j]);
    }

    /// <summary>Of m residuals and their covariance matrix, m x m row-major; among so many moments in all, those of fixed exogenous variables without residual.</summary>
    internal static UnbiasedSrmrIndex Of(double[] residuals, double[] covariance, int count)
    {
        var m = residuals.Length;
        double sum = VectorKernels.Dot(residuals, residuals), trace = 0, square = VectorKernels.Dot(covariance, covariance), across = 0;
        for (var k = 0; k < m; k++)
        {
            trace += covariance[(k * m) + k];
            across += residuals[k] * VectorKernels.Dot(covariance.AsSpan(k * m, m), residuals);
        }

        var (usual, error) = (Math.Sqrt(sum / count), Root(square / (trace * 2 * count)));
        var expected = Math.Sqrt(trace / count) * ((4 * trace * trace) - square) / (4 * trace * trace);
        var bias = 1 - ((square + (2 * across)) / (4 * sum * sum));
        var value = Math.Sqrt(Math.Max(sum - trace, 0) / count) / bias;
        var own = Root((square + (2 * across)) / (2.0 * count * sum) / (bias * bias));
        var half = own * NormalDistribution.Quantile((1 + RootMeanSquareError.Level) / 2);
        return new(
            value, own, value - half, value + half,
            own is null ? null : NormalDistribution.Cdf(-((value - RootMeanSquareError.Close) / own.Value)),
            error,
            error is null ? null : NormalDistribution.Cdf(-(Math.Max(usual - expected, 0) / error.Value)));
    }

    private static double? Root(double variance) => double.IsFinite(variance) && variance > Least ? Math.Sqrt(variance) : null;
}
