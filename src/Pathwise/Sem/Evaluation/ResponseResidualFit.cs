using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Evaluation;

/// <summary>
/// Indices of residual size of ordered variables as lavaan has them: of correlations off the diagonal and of thresholds; means and variances of
/// continuous variables have no residual, yet the variances count.
/// </summary>
internal static class ResponseResidualFit
{
    /// <summary>Of one group, counted from 1; "without means" is without thresholds.</summary>
    public static ResidualIndices OfGroup(FitResult fit, int group)
    {
        var (layout, implied) = (fit.Structure.Responses!, new double[fit.Structure.Responses!.StatisticCount]);
        ImpliedResponses.Write(fit.Given(group), implied);
        var (s, sigma, p) = (Covariance(layout, fit.Sample[group - 1].Responses!.Values), Covariance(layout, implied), layout.Modelled.Length);
        double raw = 0, bentler = 0, correlation = 0;
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < i; j++)
            {
                raw += Square(s[i, j] - sigma[i, j]);
                bentler += Square((s[i, j] - sigma[i, j]) / Scale(s, i, j));
                correlation += Square((s[i, j] / Scale(s, i, j)) - (sigma[i, j] / Scale(sigma, i, j)));
            }
        }

        var (thresholds, count) = Thresholds(layout, fit.Sample[group - 1].Responses!.Values, implied);
        // The variances that count are those of all variables, covariates among them.
        double pairs = p * (p - 1) / 2.0, all = pairs + fit.Structure.Observed.Count;
        return new(
            Root(raw + thresholds, all + count), Root(raw, all),
            Root(bentler + thresholds, all + count), Root(bentler, all),
            Root(correlation + thresholds, pairs + count), Root(correlation, pairs),
            null, null);
    }

    // Variances of continuous variables and the covariances; of ordered variables correlations.
    private static Matrix<double> Covariance(ResponseLayout layout, double[] statistics)
    {
        var p = layout.Modelled.Length;
        var (at, result) = (statistics.Length - (p * (p - 1) / 2), Matrix<double>.Build.DenseIdentity(p));
        var variance = at - layout.Modelled.Count(j => !layout.IsOrdered[j]);
        for (var i = 0; i < p; i++)
        {
            if (!layout.IsOrdered[layout.Modelled[i]])
                result[i, i] = statistics[variance++];
            for (var j = i + 1; j < p; j++)
                result[i, j] = result[j, i] = statistics[at++];
        }

        return result;
    }

    private static (double Sum, int Count) Thresholds(ResponseLayout layout, double[] sample, double[] implied)
    {
        var (at, sum) = (0, 0.0);
        foreach (var j in layout.Modelled)
        {
            for (var t = 0; t < layout.Count(j); t++)
                sum += Square(sample[at + t] - implied[at + t]);
            at += layout.IsOrdered[j] ? layout.Count(j) : 1;
        }

        return (sum, layout.ThresholdCount);
    }

    private static double Scale(Matrix<double> matrix, int i, int j) => Math.Sqrt(matrix[i, i] * matrix[j, j]);

    private static double Square(double value) => value * value;

    private static double? Root(double sum, double count) => count > 0 ? Math.Sqrt(sum / count) : null;
}
