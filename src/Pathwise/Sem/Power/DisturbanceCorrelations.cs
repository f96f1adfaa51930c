using System.Globalization;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Power;

/// <summary>
/// Populations in which disturbances of first-order factors correlate although the second-order model has them apart: dynamic's hier2 (McNeish and Wolf). Of factors that load on one second-order factor alone and whose
/// disturbances are uncorrelated, pairs of the weakest correlate .5; of four or five factors one pair and two, of more a third, two thirds and all of the pairs. With fewer than four the covariances of the
/// factors leave nothing to be tested.
/// </summary>
internal static class DisturbanceCorrelations
{
    private const double Correlation = 0.5;
    private const int Least = 4;

    /// <summary>The levels of a model of one group at its implied moments; none where it has too few such factors.</summary>
    public static IEnumerable<MisspecifiedPopulation> Of(ModelStructure structure, ImpliedMoments moments)
    {
        int[] factors = [.. Weakest(structure, moments)];
        if (factors.Length < Least)
            yield break;
        var pairs = factors.Length / 2;
        int[] levels = factors.Length < 6 ? [1, 2] : [pairs / 3, 2 * pairs / 3, pairs];
        foreach (var (level, count) in levels.Index())
        {
            var chosen = Enumerable.Range(0, count).Select(k => (One: factors[2 * k], Other: factors[(2 * k) + 1])).ToList();
            var words = chosen.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{structure.Latents[pair.One]} ~~ {Correlation}*{structure.Latents[pair.Other]}"));
            yield return new(new(MisspecificationKind.DisturbanceCorrelation, level + 1, string.Join("; ", words)), With(moments, chosen));
        }
    }

    private static IEnumerable<int> Weakest(ModelStructure structure, ImpliedMoments moments)
    {
        var (m, names) = (moments.LatentSize, structure.Latents.ToList());
        var loadings = structure.Table.Rows.Where(row => row.Operator == Operator.Loading && structure.Table.LatentVariables.Contains(row.Rhs)).ToList();
        return from row in loadings
               where loadings.Count(other => other.Rhs == row.Rhs) == 1
               let factor = names.IndexOf(row.Rhs)
               let above = names.IndexOf(row.Lhs)
               where !Enumerable.Range(0, m).Any(other => other != factor && moments.Psi[(factor * m) + other] != 0) && moments.Psi[(factor * m) + factor] > 0
               orderby Math.Abs(moments.Beta[(factor * m) + above]) * Math.Sqrt(moments.LatentCovariance[(above * m) + above] / moments.LatentCovariance[(factor * m) + factor])
               select factor;
    }

    private static double[] With(ImpliedMoments moments, IEnumerable<(int One, int Other)> pairs)
    {
        var (p, m, result) = (moments.Size, moments.LatentSize, (double[])[.. moments.Sigma]);
        foreach (var (one, other) in pairs)
        {
            var covariance = Correlation * Math.Sqrt(moments.Psi[(one * m) + one] * moments.Psi[(other * m) + other]);
            for (var i = 0; i < p; i++)
            {
                for (var j = 0; j < p; j++)
                {
                    result[(i * p) + j] += covariance * ((moments.TotalLoadings[(i * m) + one] * moments.TotalLoadings[(j * m) + other])
                        + (moments.TotalLoadings[(i * m) + other] * moments.TotalLoadings[(j * m) + one]));
                }
            }
        }

        return result;
    }
}
