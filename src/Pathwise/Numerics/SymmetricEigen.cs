namespace Pathwise.Numerics;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations: accurate to rounding, and the same bits on
/// every machine.
/// </summary>
internal sealed class SymmetricEigen
{
    private SymmetricEigen(double[] values, double[] vectors)
    {
        Values = values;
        Vectors = vectors;
    }

    /// <summary>Eigenvalues in descending order.</summary>
    public double[] Values { get; }

    /// <summary>Row i is the eigenvector, of length 1, of eigenvalue i (row-major, n x n).</summary>
    public double[] Vectors { get; }

    /// <summary>Decomposes a symmetric <paramref name="matrix"/> (row-major, n x n), which is not changed.</summary>
    public static SymmetricEigen Of(ReadOnlySpan<double> matrix, int n)
    {
        var a = matrix[..(n * n)].ToArray();
        var vectors = new double[n * n];
        for (var i = 0; i < n; i++)
            vectors[(i * n) + i] = 1;
        for (var sweep = 0; sweep < 60 && OffDiagonal(a, n) > 0; sweep++)
            Sweep(a, vectors, n);
        return Ordered(a, vectors, n);
    }

    private static void Sweep(double[] a, double[] vectors, int n)
    {
        for (var p = 0; p < n - 1; p++)
        {
            for (var q = p + 1; q < n; q++)
                Rotate(a, vectors, n, p, q);
        }
    }

    // Golub and Van Loan, section 8.5: the rotation that makes a[p,q] zero.
    private static void Rotate(double[] a, double[] vectors, int n, int p, int q)
    {
        var off = a[(p * n) + q];
        var scale = Math.Abs(a[(p * n) + p]) + Math.Abs(a[(q * n) + q]);
        if (Math.Abs(off) <= 1e-300 || scale + Math.Abs(off) == scale && Math.Abs(off) < 1e-17 * scale)
        {
            a[(p * n) + q] = a[(q * n) + p] = 0;
            return;
        }

        var tau = (a[(q * n) + q] - a[(p * n) + p]) / (2 * off);
        var t = (tau >= 0 ? 1 : -1) / (Math.Abs(tau) + Math.Sqrt(1 + (tau * tau)));
        var cosine = 1 / Math.Sqrt(1 + (t * t));
        var sine = t * cosine;
        for (var k = 0; k < n; k++)
            (a[(k * n) + p], a[(k * n) + q]) = Turn(a[(k * n) + p], a[(k * n) + q], cosine, sine);
        for (var k = 0; k < n; k++)
            (a[(p * n) + k], a[(q * n) + k]) = Turn(a[(p * n) + k], a[(q * n) + k], cosine, sine);
        for (var k = 0; k < n; k++)
            (vectors[(p * n) + k], vectors[(q * n) + k]) = Turn(vectors[(p * n) + k], vectors[(q * n) + k], cosine, sine);
    }

    private static (double First, double Second) Turn(double first, double second, double cosine, double sine) =>
        ((cosine * first) - (sine * second), (sine * first) + (cosine * second));

    private static double OffDiagonal(double[] a, int n)
    {
        double off = 0, all = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                all += Math.Abs(a[(i * n) + j]);
                off += i == j ? 0 : Math.Abs(a[(i * n) + j]);
            }
        }

        return off > 1e-17 * all ? off : 0;
    }

    private static SymmetricEigen Ordered(double[] a, double[] vectors, int n)
    {
        var order = Enumerable.Range(0, n).OrderByDescending(i => a[(i * n) + i]).ToArray();
        var sorted = new double[n * n];
        for (var i = 0; i < n; i++)
            Array.Copy(vectors, order[i] * n, sorted, i * n, n);
        return new SymmetricEigen([.. order.Select(i => a[(i * n) + i])], sorted);
    }
}
