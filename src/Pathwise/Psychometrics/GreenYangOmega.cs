using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Categorical;

namespace Pathwise.Psychometrics;

/// <summary>
/// The reliability of the sum of ordered answers that is due to a factor of the responses (Green and Yang 2009, equation 21): covariances of answers
/// from probabilities of pairs of thresholds, at the factor's part of the responses' correlations over those at the correlations themselves. Answers count as the numbers
/// they are, also where one between was never chosen.
/// </summary>
internal static class GreenYangOmega
{
    /// <summary>
    /// Omega of items with these thresholds, polychoric correlations (p x p) and standardized loadings; null where the sum does not vary.
    /// </summary>
    public static double? Of(IReadOnlyList<OrderedMargin> items, Matrix<double> correlations, IReadOnlyList<double> loadings)
    {
        double common = 0, total = 0;
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var times = i == j ? 1 : 2;
                common += times * Covariance(items[i], items[j], Math.Clamp(loadings[i] * loadings[j], -1, 1));
                total += times * Covariance(items[i], items[j], correlations[i, j]);
            }
        }

        return total > 0 ? common / total : null;
    }

    /// <summary>The covariance of two items' answers when their responses have this correlation.</summary>
    public static double Covariance(OrderedMargin first, OrderedMargin second, double correlation)
    {
        double sum = 0;
        for (var a = 0; a < first.Parameters; a++)
        {
            for (var b = 0; b < second.Parameters; b++)
            {
                var both = BivariateNormal.Cdf(first.Thresholds[a], second.Thresholds[b], correlation);
                sum += Step(first, a) * Step(second, b) * (both - (first.Cumulative[a] * second.Cumulative[b]));
            }
        }

        return sum;
    }

    private static double Step(OrderedMargin item, int threshold) => item.Categories[threshold + 1] - item.Categories[threshold];
}
