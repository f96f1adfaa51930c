using Pathwise.Numerics;

namespace Pathwise.Sem.Moments;

/// <summary>
/// The observed information of a complete case about a vector of moments: less the second derivatives of the normal log-likelihood,
/// tr(A V C B) / 2 with B = 2 V M V - V, m' V C V d and V, where V is the inverse of the covariances and M the spread about the means at distance d
/// (Savalei 2010).
/// </summary>
internal static class MomentHessian
{
    /// <summary>At the moments of <paramref name="at"/>, the mean over the cases of a sample, m x m and row-major.</summary>
    public static double[] Of(SampleMoments sample, SampleMoments at, MomentVector vector)
    {
        var p = at.Names.Count;
        var (v, m) = (at.Covariance.Inverse().ToRowMajorArray(), sample.Covariance.ToRowMajorArray());
        double[] d = [.. Enumerable.Range(0, p).Select(i => vector.HasMeans ? sample.Means![i] - at.Means![i] : 0)];
        for (var i = 0; i < p; i++)
            VectorKernels.AddScaled(d[i], d, m.AsSpan(i * p, p));
        var (product, b) = (new double[p * p], new double[p * p]);
        FlatMatrix.Multiply(m, v, product, p, p, p);
        FlatMatrix.Multiply(v, product, b, p, p, p);
        for (var i = 0; i < b.Length; i++)
            b[i] = (2 * b[i]) - v[i];
        return Elements(v, b, [.. Enumerable.Range(0, p).Select(i => VectorKernels.Dot(v.AsSpan(i * p, p), d))], vector);
    }

    private static double[] Elements(double[] v, double[] b, double[] u, MomentVector vector)
    {
        var (size, p) = (vector.Count, u.Length);
        Moment[] moments = [.. Enumerable.Range(0, size).Select(k => vector[k])];
        var result = new double[size * size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var ((kind, i, j), (other, k, l)) = (moments[row], moments[column]);
                result[(row * size) + column] = result[(column * size) + row] =
                    kind == MomentKind.Covariance ? Product(v, b, p, i, j, k, l) * Once(i, j) * Once(k, l) / 2
                    : other == MomentKind.Mean ? v[(i * p) + k]
                    : ((v[(i * p) + k] * u[l]) + (v[(i * p) + l] * u[k])) * Once(k, l);
            }
        }

        return result;
    }

    private static double Product(double[] v, double[] b, int p, int i, int j, int k, int l) =>
        (v[(j * p) + k] * b[(l * p) + i]) + (v[(j * p) + l] * b[(k * p) + i]) + (v[(i * p) + k] * b[(l * p) + j]) + (v[(i * p) + l] * b[(k * p) + j]);

    // A covariance moves two cells of the matrix, a variance one.
    private static double Once(int i, int j) => i == j ? 0.5 : 1;
}
