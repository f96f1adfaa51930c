namespace Pathwise.Numerics;

/// <summary>Products and inverses of dense matrices, flat and row-major, with a fixed order of sums.</summary>
internal static class FlatMatrix
{
    /// <summary>C = A B for A (rows x inner) and B (inner x columns).</summary>
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, int rows, int inner, int columns)
    {
        c[..(rows * columns)].Clear();
        for (var i = 0; i < rows; i++)
        {
            var target = c.Slice(i * columns, columns);
            for (var k = 0; k < inner; k++)
            {
                if (a[(i * inner) + k] is var factor && factor != 0)
                    VectorKernels.AddScaled(factor, b.Slice(k * columns, columns), target);
            }
        }
    }

    /// <summary>C = A B' for A (rows x inner) and B (columns x inner).</summary>
    public static void MultiplyTransposed(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, int rows, int inner, int columns)
    {
        for (var i = 0; i < rows; i++)
        {
            var row = a.Slice(i * inner, inner);
            for (var j = 0; j < columns; j++)
                c[(i * columns) + j] = VectorKernels.Dot(row, b.Slice(j * inner, inner));
        }
    }

    /// <summary>C = A' for A (rows x columns).</summary>
    public static void Transpose(ReadOnlySpan<double> a, Span<double> c, int rows, int columns)
    {
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                c[(j * rows) + i] = a[(i * columns) + j];
        }
    }

    /// <summary>
    /// Writes the inverse of A (n x n) by Gauss-Jordan elimination with row pivoting; <paramref name="a"/> is spoilt. False
    /// when a pivot vanishes beside the largest element.
    /// </summary>
    public static bool TryInvert(Span<double> a, Span<double> inverse, int n)
    {
        inverse[..(n * n)].Clear();
        for (var i = 0; i < n; i++)
            inverse[(i * n) + i] = 1;
        var least = 1e-14 * Largest(a[..(n * n)]);
        for (var column = 0; column < n; column++)
        {
            var best = PivotRow(a, n, column);
            if (!(Math.Abs(a[(best * n) + column]) > least))
                return false;
            SwapRows(a, n, best, column);
            SwapRows(inverse, n, best, column);
            Eliminate(a, inverse, n, column);
        }

        return true;
    }

    private static double Largest(ReadOnlySpan<double> a)
    {
        var largest = 0.0;
        foreach (var value in a)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    private static int PivotRow(ReadOnlySpan<double> a, int n, int column)
    {
        var best = column;
        for (var i = column + 1; i < n; i++)
        {
            if (Math.Abs(a[(i * n) + column]) > Math.Abs(a[(best * n) + column]))
                best = i;
        }

        return best;
    }

    private static void SwapRows(Span<double> a, int n, int i, int j)
    {
        if (i == j)
            return;
        for (var k = 0; k < n; k++)
            (a[(i * n) + k], a[(j * n) + k]) = (a[(j * n) + k], a[(i * n) + k]);
    }

    private static void Eliminate(Span<double> a, Span<double> inverse, int n, int column)
    {
        var scale = 1 / a[(column * n) + column];
        for (var k = 0; k < n; k++)
        {
            a[(column * n) + k] *= scale;
            inverse[(column * n) + k] *= scale;
        }

        for (var i = 0; i < n; i++)
        {
            var factor = a[(i * n) + column];
            if (i == column || factor == 0)
                continue;
            VectorKernels.AddScaled(-factor, a.Slice(column * n, n), a.Slice(i * n, n));
            VectorKernels.AddScaled(-factor, inverse.Slice(column * n, n), inverse.Slice(i * n, n));
        }
    }
}
