using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Inference;

/// <summary>
/// The observed information of a case about all moments (covariances of the lower triangle row by row, then means): less the second derivatives of
/// the normal log-likelihood, tr(A V C B) / 2 with B = 2 V M V - V, m' V C V d and V, where V is the inverse of the covariances of what is observed and
/// M the spread about the means at distance d (Savalei 2010).
/// </summary>
internal static class MomentHessian
{
    /// <summary>At these moments, the mean over the cases of the patterns.</summary>
    public static Matrix<double> Of(IReadOnlyList<MissingPattern> patterns, SampleMoments at, bool hasMeans)
    {
        var p = at.Names.Count;
        (int I, int J)[] pairs = [.. from i in Enumerable.Range(0, p) from j in Enumerable.Range(0, i + 1) select (i, j)];
        var size = pairs.Length + (hasMeans ? p : 0);
        var result = Matrix<double>.Build.Dense(size, size);
        foreach (var pattern in patterns)
        {
            var parts = Parts.Of(pattern, at, hasMeans);
            for (var a = 0; a < size; a++)
            {
                for (var b = 0; b <= a; b++)
                    result[a, b] += pattern.Share * Element(parts, pairs, a, b);
            }
        }

        return result.MapIndexed((a, b, value) => a < b ? result[b, a] : value, Zeros.Include);
    }

    private static double Element(Parts parts, (int I, int J)[] pairs, int a, int b)
    {
        var (v, spread, u) = (parts.Inverse, parts.Spread, parts.Slope);
        if (a < pairs.Length)
        {
            var ((i, j), (k, l)) = (pairs[a], pairs[b]);
            var sum = (v[j, k] * spread[l, i]) + (v[j, l] * spread[k, i]) + (v[i, k] * spread[l, j]) + (v[i, l] * spread[k, j]);
            return sum * Once(i, j) * Once(k, l) / 2;
        }

        var m = a - pairs.Length;
        if (b >= pairs.Length)
            return v[m, b - pairs.Length];
        var pair = pairs[b];
        return ((v[m, pair.I] * u[pair.J]) + (v[m, pair.J] * u[pair.I])) * Once(pair.I, pair.J);
    }

    // A covariance moves two cells of the matrix, a variance one.
    private static double Once(int i, int j) => i == j ? 0.5 : 1;

    /// <summary>V, B and V d of a pattern, zero where nothing is observed.</summary>
    private sealed record Parts(double[,] Inverse, double[,] Spread, double[] Slope)
    {
        public static Parts Of(MissingPattern pattern, SampleMoments at, bool hasMeans)
        {
            var (seen, n) = (pattern.Observed, pattern.Observed.Length);
            var v = Matrix<double>.Build.Dense(n, n, (i, j) => at.Covariance[seen[i], seen[j]]).Inverse();
            var d = Vector<double>.Build.Dense(n, i => hasMeans ? pattern.Means[i] - at.Means![seen[i]] : 0);
            var m = Matrix<double>.Build.Dense(n, n, pattern.Covariance) + d.OuterProduct(d);
            return Padded(seen, at.Names.Count, v, (2 * v * m * v) - v, v * d);
        }

        private static Parts Padded(int[] seen, int p, Matrix<double> v, Matrix<double> b, Vector<double> u)
        {
            var (inverse, spread, slope) = (new double[p, p], new double[p, p], new double[p]);
            for (var i = 0; i < seen.Length; i++)
            {
                slope[seen[i]] = u[i];
                for (var j = 0; j < seen.Length; j++)
                    (inverse[seen[i], seen[j]], spread[seen[i], seen[j]]) = (v[i, j], b[i, j]);
            }

            return new(inverse, spread, slope);
        }
    }
}
