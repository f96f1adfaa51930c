using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Moments;

/// <summary>
/// The observed information of a case about a vector of moments: less the second derivatives of the normal log-likelihood,
/// tr(A V C B) / 2 with B = 2 V M V - V, m' V C V d and V, where V is the inverse of the covariances of what is observed and
/// M the spread about the means at distance d (Savalei 2010).
/// </summary>
internal static class MomentHessian
{
    /// <summary>At the moments of <paramref name="at"/>, m x m, the mean over the cases of the patterns.</summary>
    public static Matrix<double> Of(IReadOnlyList<MissingPattern> patterns, SampleMoments at, MomentVector vector)
    {
        var size = vector.Count;
        var result = Matrix<double>.Build.Dense(size, size);
        foreach (var pattern in patterns)
        {
            var parts = Parts.Of(pattern, at, vector.HasMeans);
            for (var a = 0; a < size; a++)
            {
                for (var b = 0; b <= a; b++)
                    result[a, b] += pattern.Share * Element(parts, vector[a], vector[b]);
            }
        }

        return result.MapIndexed((a, b, value) => a < b ? result[b, a] : value, Zeros.Include);
    }

    private static double Element(Parts parts, Moment a, Moment b)
    {
        var (v, spread, u) = (parts.Inverse, parts.Spread, parts.Slope);
        var ((_, i, j), (_, k, l)) = (a, b);
        if (a.Kind == MomentKind.Covariance)
        {
            var sum = (v[j, k] * spread[l, i]) + (v[j, l] * spread[k, i]) + (v[i, k] * spread[l, j]) + (v[i, l] * spread[k, j]);
            return sum * Once(i, j) * Once(k, l) / 2;
        }

        return b.Kind == MomentKind.Mean ? v[i, k] : ((v[i, k] * u[l]) + (v[i, l] * u[k])) * Once(k, l);
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
