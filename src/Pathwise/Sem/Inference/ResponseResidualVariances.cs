using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Sampling variances of the q statistics of one group's responses and of their residuals, by the formulas of <see cref="ResidualVariances"/> with the asymptotic
/// covariance G of thresholds and correlations, as lavaan has them; of several groups each is divided by its own cases, where lavaan divides by all.
/// </summary>
internal static class ResponseResidualVariances
{
    /// <summary>Of the sample's statistics.</summary>
    public static double[] OfSample(FitResult fit, int group)
    {
        var (sample, responses) = (fit.Sample[group - 1], fit.Sample[group - 1].Responses!);
        var q = responses.Values.Length;
        return [.. Enumerable.Range(0, q).Select(k => responses.Asymptotic[(k * q) + k] / sample.Count)];
    }

    /// <summary>Of the residuals; NaN for residuals that do not vary. Null when the information is singular.</summary>
    public static double[]? OfResiduals(FitResult fit, int group)
    {
        var (variances, sample) = (OfSample(fit, group), fit.Sample[group - 1]);
        if (fit.Values.Count == 0)
            return variances;
        if (fit.Inverse().Matrix is not { } inverse)
            return null;
        var (share, t, q) = ((double)sample.Count / fit.CaseCount, fit.Values.Count, variances.Length);
        var sandwich = ResponseSandwich.Groups(fit.Structure, [.. fit.Values], fit.Sample, fit.Method.Responses!.Value).ElementAt(group - 1);
        var moments = fit.Given(group);
        var slopes = Matrix<double>.Build.DenseOfRowMajor(t, q, ImpliedResponses.Derivatives(moments, ImpliedDerivatives.Of(moments), t));
        var spread = Matrix<double>.Build.DenseOfRowMajor(t, q, sandwich.Spread);
        var moved = share * inverse * slopes;
        var middle = Matrix<double>.Build.Dense(t, t, sandwich.Product(sandwich.Weighted, sandwich.Spread));
        var carried = middle * moved;
        return [.. variances.Select((variance, k) =>
        {
            var left = variance + ((moved.Column(k) * (carried.Column(k) - (2 * spread.Column(k)))) / sample.Count);
            return left > 1e-10 * variance ? left : double.NaN;
        })];
    }

    /// <summary>The variances of covariances and means in their places; NaN where the statistics have none, as of variances of ordered variables.</summary>
    public static MomentVariances Laid(FitResult fit, double[] variances)
    {
        var (layout, p) = (fit.Structure.Responses!, fit.Table.ObservedVariables.Count);
        var (covariance, means) = (Matrix<double>.Build.Dense(p, p, double.NaN), Vector<double>.Build.Dense(p, double.NaN));
        var at = layout.ThresholdCount + layout.IsOrdered.Count(each => !each);
        for (var j = 0; j < p; j++)
        {
            if (layout.IsOrdered[j])
                continue;
            means[j] = variances[layout.Place(j)];
            covariance[j, j] = variances[at++];
        }

        for (var i = 0; i < p; i++)
        {
            for (var j = i + 1; j < p; j++)
                covariance[i, j] = covariance[j, i] = variances[at++];
        }

        return new(covariance, means);
    }
}
