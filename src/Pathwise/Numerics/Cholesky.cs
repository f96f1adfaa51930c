using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pathwise.Numerics;

/// <summary>
/// Cholesky factorisation of symmetric positive definite matrices, flat and row-major; only the lower triangle is read and
/// written. Nothing is allocated.
/// </summary>
internal static class Cholesky
{
    // Rows that are worked on together, so that large matrices pass through the cache once for all of them; it changes no sum.
    private const int Tile = 16;

    /// <summary>
    /// Replaces the lower triangle of <paramref name="matrix"/> (n x n) by its factor L, A = L L'. False, and the matrix is
    /// spoilt, when a pivot is not positive beyond rounding (1e-14 of its diagonal element).
    /// </summary>
    public static bool TryFactor(Span<double> matrix, int n)
    {
        ref var start = ref MemoryMarshal.GetReference(matrix[..(n * n)]);
        var starts = n <= 256 ? stackalloc int[n] : new int[n];
        FindStarts(matrix, n, starts);
        for (var first = 0; first < n; first += Tile)
        {
            var end = Math.Min(first + Tile, n);
            for (var j = 0; j < first; j++)
            {
                for (var i = first; i < end; i++)
                    Reduce(ref start, n, i, j, Math.Max(starts[i], starts[j]));
            }

            for (var i = first; i < end; i++)
            {
                for (var j = first; j < i; j++)
                    Reduce(ref start, n, i, j, Math.Max(starts[i], starts[j]));
                ref var row = ref Unsafe.Add(ref start, i * n);
                var diagonal = Unsafe.Add(ref row, i);
                var pivot = diagonal - Dot(ref row, ref row, starts[i], i);
                if (!(pivot > 1e-14 * diagonal))
                    return false;
                Unsafe.Add(ref row, i) = Math.Sqrt(pivot);
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Reduce(ref double start, int n, int i, int j, int from)
    {
        ref var row = ref Unsafe.Add(ref start, i * n);
        ref var other = ref Unsafe.Add(ref start, j * n);
        var rest = Unsafe.Add(ref row, j) - Dot(ref row, ref other, from, j);
        Unsafe.Add(ref row, j) = rest / Unsafe.Add(ref other, j);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Dot(ref double left, ref double right, int from, int to) =>
        from < to ? VectorKernels.Dot(ref Unsafe.Add(ref left, from), ref Unsafe.Add(ref right, from), to - from) : 0;

    // Where a row begins with zeros, as that of a group which shares nothing with those before, its factor's row does too. Whole vectors of zeros
    // are passed over, which changes no sum; small matrices are not searched for them.
    private static void FindStarts(ReadOnlySpan<double> matrix, int n, Span<int> starts)
    {
        starts.Clear();
        for (var i = Tile; n >= 2 * Tile && i < n; i++)
        {
            var first = matrix.Slice(i * n, i).IndexOfAnyExcept(0.0);
            starts[i] = (first < 0 ? i : first) / 4 * 4;
        }
    }

    /// <summary>Natural logarithm of the determinant of A, from its factor.</summary>
    public static double LogDeterminant(ReadOnlySpan<double> factor, int n)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
            sum += PortableMath.Log(factor[(i * n) + i]);
        return 2 * sum;
    }

    /// <summary>Replaces <paramref name="vector"/> b by the solution of A x = b.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int n, Span<double> vector)
    {
        SolveLower(factor, n, vector);
        for (var i = n - 1; i >= 0; i--)
        {
            var row = factor.Slice(i * n, i);
            vector[i] /= factor[(i * n) + i];
            VectorKernels.AddScaled(-vector[i], row, vector[..i]);
        }
    }

    /// <summary>Replaces <paramref name="vector"/> b by the solution of L x = b.</summary>
    public static void SolveLower(ReadOnlySpan<double> factor, int n, Span<double> vector)
    {
        for (var i = 0; i < n; i++)
        {
            var rest = vector[i] - VectorKernels.Dot(factor.Slice(i * n, i), vector[..i]);
            vector[i] = rest / factor[(i * n) + i];
        }
    }

    /// <summary>
    /// Writes the inverse of A, both triangles, into <paramref name="inverse"/>; <paramref name="scratch"/> holds n x n
    /// numbers and ends with the inverse of L.
    /// </summary>
    public static void Invert(ReadOnlySpan<double> factor, int n, Span<double> inverse, Span<double> scratch)
    {
        InvertLower(factor, n, scratch);
        inverse[..(n * n)].Clear();

        // A^-1 = sum over rows r of L^-1 of r'r; row k has k + 1 numbers.
        for (var first = 0; first < n; first += Tile)
        {
            for (var k = first; k < n; k++)
            {
                var row = scratch.Slice(k * n, k + 1);
                for (var i = first; i < Math.Min(first + Tile, k + 1); i++)
                    VectorKernels.AddScaled(row[i], row[..(i + 1)], inverse.Slice(i * n, i + 1));
            }
        }

        for (var i = 1; i < n; i++)
        {
            for (var j = 0; j < i; j++)
                inverse[(j * n) + i] = inverse[(i * n) + j];
        }
    }

    /// <summary>Writes the inverse of L, its upper triangle zero, into <paramref name="inverse"/>.</summary>
    public static void InvertLower(ReadOnlySpan<double> factor, int n, Span<double> inverse)
    {
        inverse[..(n * n)].Clear();
        for (var first = 0; first < n; first += Tile)
        {
            var end = Math.Min(first + Tile, n);
            for (var k = 0; k < end; k++)
            {
                for (var i = Math.Max(first, k); i < end; i++)
                    Substitute(factor, n, inverse, i, k);
            }
        }
    }

    // Row i of the inverse of L takes up row k < i, and is complete at k = i.
    private static void Substitute(ReadOnlySpan<double> factor, int n, Span<double> inverse, int i, int k)
    {
        var scale = 1 / factor[(i * n) + i];
        if (k == i)
            inverse[(i * n) + i] = scale;
        else if (factor[(i * n) + k] is var taken && taken != 0)
            VectorKernels.AddScaled(-taken * scale, inverse.Slice(k * n, k + 1), inverse.Slice(i * n, k + 1));
    }
}
