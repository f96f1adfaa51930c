namespace Pathwise.Numerics;

/// <summary>Products and inverses of dense matrices, flat and row-major, with a fixed order of sums.</summary>
internal static class FlatMatrix
{
    /// <summary>The size below which a pivot of <see cref="TryInvertLoops"/>, and of those who eliminate likewise, counts as zero.</summary>
    public const double LeastPivot = 1e-10;

    // Rows that are worked on together, so that large matrices pass through the cache once for all of them; it changes no sum.
    private const int Tile = 8;

    /// <summary>C = A B for A (rows x inner) and B (inner x columns).</summary>
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, int rows, int inner, int columns)
    {
        c[..(rows * columns)].Clear();
        for (var first = 0; first < rows; first += Tile)
        {
            for (var k = 0; k < inner; k++)
            {
                for (var i = first; i < Math.Min(first + Tile, rows); i++)
                {
                    if (a[(i * inner) + k] is var factor && factor != 0)
                        VectorKernels.AddScaled(factor, b.Slice(k * columns, columns), c.Slice(i * columns, columns));
                }
            }
        }
    }

    /// <summary>C = A B' for A (rows x inner) and B (columns x inner).</summary>
    public static void MultiplyTransposed(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, int rows, int inner, int columns)
    {
        for (var first = 0; first < rows; first += Tile)
        {
            for (var j = 0; j < columns; j++)
            {
                for (var i = first; i < Math.Min(first + Tile, rows); i++)
                    c[(i * columns) + j] = VectorKernels.Dot(a.Slice(i * inner, inner), b.Slice(j * inner, inner));
            }
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
    /// Writes the inverse of I - B (n x n) for coefficients B of variables on each other; <paramref name="a"/> holds I - B and is spoilt.
    /// False when a pivot vanishes.
    /// </summary>
    /// <remarks>
    /// Gauss-Jordan elimination along the diagonal. Its pivots are one less the gain of the loops through a variable, whatever the units of
    /// the variables, and exactly one where there are no loops: a large coefficient is no singularity.
    /// </remarks>
    public static bool TryInvertLoops(Span<double> a, Span<double> inverse, int n)
    {
        inverse[..(n * n)].Clear();
        for (var i = 0; i < n; i++)
            inverse[(i * n) + i] = 1;
        var isDone = n <= 256 ? stackalloc bool[n] : new bool[n];
        isDone.Clear();
        for (var step = 0; step < n; step++)
        {
            var k = Largest(a, n, isDone);
            if (!(Math.Abs(a[(k * n) + k]) > LeastPivot) && !TryPair(a, inverse, n, isDone, ref k))
                return false;
            Eliminate(a, inverse, n, k);
            isDone[k] = true;
        }

        return true;
    }

    private static int Largest(ReadOnlySpan<double> a, int n, ReadOnlySpan<bool> isDone)
    {
        var best = -1;
        for (var i = 0; i < n; i++)
        {
            if (!isDone[i] && (best < 0 || Math.Abs(a[(i * n) + i]) > Math.Abs(a[(best * n) + best])))
                best = i;
        }

        return best;
    }

    // Where every loop through one variable has gain one, two variables may still be told apart by the loop between them.
    private static bool TryPair(Span<double> a, Span<double> inverse, int n, ReadOnlySpan<bool> isDone, ref int k)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var between = a[(i * n) + j] * a[(j * n) + i];
                if (i == j || isDone[i] || isDone[j] || !(Math.Abs(between) > LeastPivot))
                    continue;
                var factor = a[(i * n) + j];
                VectorKernels.AddScaled(factor, a.Slice(j * n, n), a.Slice(i * n, n));
                VectorKernels.AddScaled(factor, inverse.Slice(j * n, n), inverse.Slice(i * n, n));
                k = i;
                return true;
            }
        }

        return false;
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
