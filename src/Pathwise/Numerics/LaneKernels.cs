using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace Pathwise.Numerics;

/// <summary>
/// The same algebra on four matrices at once, one in each lane of every vector. No lane ever meets another, so that the
/// digits of a matrix depend neither on its lane nor on its neighbours, and lanes that fail only spoil themselves.
/// As everywhere, products and sums are rounded separately.
/// </summary>
internal static unsafe class LaneKernels
{
    /// <summary>How many matrices there are.</summary>
    public const int Count = 4;

    private const double Rounding = 1e-13;

    /// <summary>C = C - A'B on <paramref name="inner"/> rows, for two columns of A (and rows of C) and four of B (and C).</summary>
    public static void SubtractTile(Lanes* a, int strideOfA, Lanes* b, int strideOfB, Lanes* c, int strideOfC, int inner)
    {
        var d = c + strideOfC;
        Lanes c0 = c[0], c1 = c[1], c2 = c[2], c3 = c[3], d0 = d[0], d1 = d[1], d2 = d[2], d3 = d[3];
        for (var k = 0; k < inner; k++, a += strideOfA, b += strideOfB)
        {
            Lanes first = a[0], second = a[1];
            c0 -= first * b[0];
            c1 -= first * b[1];
            c2 -= first * b[2];
            c3 -= first * b[3];
            d0 -= second * b[0];
            d1 -= second * b[1];
            d2 -= second * b[2];
            d3 -= second * b[3];
        }

        (c[0], c[1], c[2], c[3], d[0], d[1], d[2], d[3]) = (c0, c1, c2, c3, d0, d1, d2, d3);
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="count"/> elements to others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(Lanes factor, Lanes* source, Lanes* target, int count)
    {
        for (var i = 0; i < count; i++)
            target[i] += factor * source[i];
    }

    /// <summary>
    /// Replaces symmetric positive definite n x n matrices, upper triangles given, by their inverses in both triangles, sweeping one
    /// pivot after the other; gives the logarithms of their determinants and, as a mask, in which lanes no pivot vanished.
    /// <paramref name="scratch"/> has room for 2n.
    /// </summary>
    public static Lanes Invert(Lanes* matrix, int n, int stride, Lanes* scratch, out Lanes logDeterminant)
    {
        Lanes* row = scratch, diagonal = scratch + n;
        var isRegular = Lanes.AllBitsSet;
        logDeterminant = Lanes.Zero;
        var product = Lanes.One;
        for (var k = 0; k < n; k++)
            diagonal[k] = matrix[(k * stride) + k];
        for (var k = 0; k < n; k++)
        {
            var pivot = matrix[(k * stride) + k];
            isRegular &= IsPivot(pivot, diagonal[k]);
            product *= pivot;
            if ((k & 3) == 3 || k == n - 1)
            {
                logDeterminant += Log(product);
                product = Lanes.One;
            }

            Sweep(matrix, n, stride, k, row);
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = i; j < n; j++)
                matrix[(i * stride) + j] = matrix[(j * stride) + i] = -matrix[(i * stride) + j];
        }

        return isRegular;
    }

    /// <summary>
    /// Replaces the upper triangles of symmetric positive definite n x n matrices by R with A = R'R, the reciprocals of R's
    /// diagonal in its place; gives a mask of the lanes where no pivot vanished. The stride is a multiple of four, and there is an
    /// even number of rows.
    /// </summary>
    public static Lanes Factor(Lanes* matrix, int n, int stride)
    {
        var isRegular = Lanes.AllBitsSet;
        for (var i = 0; i < n; i += 2)
        {
            Lanes* row = matrix + (i * stride), next = row + stride;
            Lanes diagonal = row[i], diagonalOfNext = next[i + 1];
            for (var j = i & ~3; j < n; j += 4)
                SubtractTile(matrix + i, stride, matrix + j, stride, row + j, stride, i);
            isRegular &= IsPivot(row[i], diagonal);
            Root(row, i, n);
            if (i + 1 == n)
                break;
            AddScaled(-row[i + 1], row + i + 1, next + i + 1, n - i - 1);
            isRegular &= IsPivot(next[i + 1], diagonalOfNext);
            Root(next, i + 1, n);
        }

        return isRegular;
    }

    /// <summary>Replaces b by the solution of R'R x = b, R as <see cref="Factor"/> leaves it.</summary>
    public static void Solve(Lanes* factor, int n, int stride, Lanes* vector)
    {
        for (var k = 0; k < n; k++)
        {
            var row = factor + (k * stride);
            var value = vector[k] * row[k];
            vector[k] = value;
            AddScaled(-value, row + k + 1, vector + k + 1, n - k - 1);
        }

        for (var k = n - 1; k >= 0; k--)
        {
            var row = factor + (k * stride);
            var rest = vector[k];
            for (var j = k + 1; j < n; j++)
                rest -= row[j] * vector[j];
            vector[k] = rest * row[k];
        }
    }

    private static Lanes IsPivot(Lanes pivot, Lanes diagonal) =>
        Vector256.GreaterThan(pivot, Vector256.Create(Rounding) * diagonal) & Vector256.LessThan(pivot, Vector256.Create(double.PositiveInfinity));

    private static void Root(Lanes* row, int k, int n)
    {
        var reciprocal = Lanes.One / Vector256.Sqrt(row[k]);
        row[k] = reciprocal;
        for (var j = k + 1; j < n; j++)
            row[j] *= reciprocal;
    }

    // The symmetric sweep: a_kk -> -1/a_kk, its row a_kj/a_kk, the rest less a_ik a_kj/a_kk; after all of them -A^-1 is left.
    private static void Sweep(Lanes* matrix, int n, int stride, int k, Lanes* row)
    {
        for (var i = 0; i < k; i++)
            row[i] = matrix[(i * stride) + k];
        for (var j = k; j < n; j++)
            row[j] = matrix[(k * stride) + j];
        var inverse = Lanes.One / row[k];
        for (var i = 0; i < n; i++)
        {
            if (i == k)
                continue;
            var factor = row[i] * inverse;
            AddScaled(-factor, row + i, matrix + (i * stride) + i, n - i);
            matrix[i < k ? (i * stride) + k : (k * stride) + i] = factor;
        }

        matrix[(k * stride) + k] = -inverse;
    }

    private static Lanes Log(Lanes x) => Vector256.Create(
        PortableMath.Log(x.GetElement(0)), PortableMath.Log(x.GetElement(1)), PortableMath.Log(x.GetElement(2)), PortableMath.Log(x.GetElement(3)));
}
