namespace Pathwise.Numerics;

/// <summary>
/// The eigenvalues alone of a symmetric matrix: Householder reflections to three diagonals, then the QL algorithm with implicit shifts (Golub
/// and Van Loan, section 8.3). A tenth of the work of <see cref="SymmetricEigen"/> or less.
/// </summary>
internal static class SymmetricSpectrum
{
    private const int MostSteps = 60;

    /// <summary>The eigenvalues, falling, of a matrix (row-major, n x n), which is not changed; null where the algorithm does not end.</summary>
    public static double[]? Of(ReadOnlySpan<double> matrix, int n)
    {
        var a = matrix[..(n * n)].ToArray();
        double[] diagonal = new double[n], off = new double[n];
        for (var i = n - 1; i > 1; i--)
            off[i] = Reflect(a, n, i);
        if (n > 1)
            off[1] = a[n];
        for (var i = 0; i < n; i++)
            diagonal[i] = a[(i * n) + i];
        return TryDiagonalize(diagonal, off) ? [.. diagonal.OrderDescending()] : null;
    }

    // Makes row i zero left of its neighbour of the diagonal, by a reflection of all rows and columns before it; returns that neighbour.
    private static double Reflect(double[] a, int n, int i)
    {
        var v = a.AsSpan(i * n, i);
        var norm = Math.Sqrt(VectorKernels.Dot(v, v));
        if (norm == 0)
            return 0;
        var alpha = v[i - 1] > 0 ? -norm : norm;
        v[i - 1] -= alpha;
        var half = VectorKernels.Dot(v, v) / 2;
        if (half == 0)
            return alpha;
        var w = new double[i];
        for (var row = 0; row < i; row++)
            w[row] = VectorKernels.Dot(a.AsSpan(row * n, i), v) / half;
        VectorKernels.AddScaled(-VectorKernels.Dot(w, v) / (2 * half), v, w);
        for (var row = 0; row < i; row++)
        {
            VectorKernels.AddScaled(-v[row], w, a.AsSpan(row * n, i));
            VectorKernels.AddScaled(-w[row], v, a.AsSpan(row * n, i));
        }

        return alpha;
    }

    private static bool TryDiagonalize(double[] d, double[] e)
    {
        var n = d.Length;
        for (var i = 1; i < n; i++)
            e[i - 1] = e[i];
        e[n - 1] = 0;
        for (var l = 0; l < n; l++)
        {
            for (var step = 0; ; step++)
            {
                var m = l;
                while (m < n - 1 && Math.Abs(e[m]) > 1.1e-16 * (Math.Abs(d[m]) + Math.Abs(d[m + 1])))
                    m++;
                if (m == l)
                    break;
                if (step == MostSteps)
                    return false;
                Step(d, e, l, m);
            }
        }

        return true;
    }

    // One implicit QL step with Wilkinson's shift on the rows l to m.
    private static void Step(double[] d, double[] e, int l, int m)
    {
        var g = (d[l + 1] - d[l]) / (2 * e[l]);
        g = d[m] - d[l] + (e[l] / (g + Math.CopySign(Math.Sqrt((g * g) + 1), g)));
        double sine = 1, cosine = 1, p = 0;
        for (var i = m - 1; i >= l; i--)
        {
            double f = sine * e[i], b = cosine * e[i], r = Math.Sqrt((f * f) + (g * g));
            e[i + 1] = r;
            if (r == 0)
            {
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }

            (sine, cosine) = (f / r, g / r);
            g = d[i + 1] - p;
            r = ((d[i] - g) * sine) + (2 * cosine * b);
            p = sine * r;
            d[i + 1] = g + p;
            g = (cosine * r) - b;
        }

        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }
}
