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
        var (s, sigma, p) = (fit.Saturated[group - 1].Covariance, fit.ImpliedCovariance(group), fit.Structure.Observed.Count);
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

        var (thresholds, count) = Thresholds(fit, group);
        double pairs = p * (p - 1) / 2.0, all = pairs + p;
        return new(
            Root(raw + thresholds, all + count), Root(raw, all),
            Root(bentler + thresholds, all + count), Root(bentler, all),
            Root(correlation + thresholds, pairs + count), Root(correlation, pairs),
            null, null);
    }

    private static (double Sum, int Count) Thresholds(FitResult fit, int group)
    {
        var (layout, responses) = (fit.Structure.Responses!, fit.Sample[group - 1].Responses!);
        var (implied, at, sum) = (new double[layout.StatisticCount], 0, 0.0);
        ImpliedResponses.Write(fit.Implied(group), implied);
        for (var j = 0; j < layout.IsOrdered.Length; j++)
        {
            for (var t = 0; t < layout.Count(j); t++)
                sum += Square(responses.Values[at + t] - implied[at + t]);
            at += layout.IsOrdered[j] ? layout.Count(j) : 1;
        }

        return (sum, layout.ThresholdCount);
    }

    private static double Scale(Matrix<double> matrix, int i, int j) => Math.Sqrt(matrix[i, i] * matrix[j, j]);

    private static double Square(double value) => value * value;

    private static double? Root(double sum, double count) => count > 0 ? Math.Sqrt(sum / count) : null;
}
