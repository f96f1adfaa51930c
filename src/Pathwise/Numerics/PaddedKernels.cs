using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Pathwise.Numerics;

/// <summary>
/// Inner loops on matrices whose rows are padded with zeros to a multiple of four numbers (the stride), so that no loop has
/// a remainder. As with <see cref="VectorKernels"/> the bits of a result do not depend on the processor. Pointers, not spans:
/// the memory is pinned and owned by one worker.
/// </summary>
internal static unsafe class PaddedKernels
{
    /// <summary>The smallest multiple of four from <paramref name="count"/> up.</summary>
    public static int Stride(int count) => (count + 3) & ~3;

    /// <summary>Adds <paramref name="factor"/> times a row to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(double factor, double* source, double* target, int stride)
    {
        var factors = Vector256.Create(factor);
        for (var i = 0; i < stride; i += 4)
            (Vector256.Load(target + i) + (factors * Vector256.Load(source + i))).Store(target + i);
    }

    /// <summary>Sum of products of two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Dot(double* left, double* right, int stride)
    {
        var lanes = Vector256<double>.Zero;
        for (var i = 0; i < stride; i += 4)
            lanes += Vector256.Load(left + i) * Vector256.Load(right + i);
        return VectorKernels.SumOfLanes(lanes);
    }

    /// <summary>
    /// C = A B for A of <paramref name="rows"/> x <paramref name="inner"/> (its own stride) and B of inner x stride; tiles of two rows
    /// and eight columns stay in registers.
    /// </summary>
    public static void Multiply(double* a, int strideOfA, double* b, double* c, int rows, int inner, int stride)
    {
        var i = 0;
        for (; i <= rows - 2; i += 2, a += 2 * strideOfA, c += 2 * stride)
        {
            var column = 0;
            for (; column <= stride - 12; column += 12)
                Tile12(a, a + strideOfA, b + column, c + column, inner, stride);
            for (; column <= stride - 8; column += 8)
                Tile8(a, a + strideOfA, b + column, c + column, inner, stride);
            for (; column < stride; column += 4)
                Tile4(a, a + strideOfA, b + column, c + column, inner, stride);
        }

        for (var column = 0; i < rows && column < stride; column += 4)
            RowTimes4(a, b + column, c + column, inner, stride);
    }

    /// <summary>
    /// Replaces a symmetric positive definite n x n matrix, both triangles given, by its inverse, sweeping one pivot after the
    /// other, and gives the logarithm of its determinant. False, and the matrix is spoilt, when a pivot is not positive
    /// beyond rounding. <paramref name="row"/> is scratch of two strides.
    /// </summary>
    public static bool TryInvert(double* matrix, int n, int stride, double* row, out double logDeterminant)
    {
        logDeterminant = 0;
        var product = 1.0;
        for (var k = 0; k < n; k++)
            row[stride + k] = matrix[(k * stride) + k];
        for (var k = 0; k < n; k++)
        {
            var pivot = matrix[(k * stride) + k];
            if (!(pivot > 1e-13 * row[stride + k]) || double.IsInfinity(pivot))
                return false;
            product *= pivot;
            if ((k & 3) == 3)
            {
                logDeterminant += PortableMath.Log(product);
                product = 1;
            }

            Sweep(matrix, n, stride, k, row);
        }

        logDeterminant += PortableMath.Log(product);
        return true;
    }

    /// <summary>
    /// Replaces the upper triangle of a symmetric positive definite n x n matrix by R with A = R'R. False when a pivot
    /// is not positive beyond rounding of its diagonal element. Numbers left of the diagonal are spoilt.
    /// </summary>
    public static bool TryFactorUpper(double* matrix, int n, int stride, double* diagonal)
    {
        for (var k = 0; k < n; k++)
            diagonal[k] = matrix[(k * stride) + k];

        // Two pivots at a time: the rows below are read and written half as often.
        for (var k = 0; k < n; k += 2)
        {
            double* row = matrix + (k * stride), next = row + stride;
            if (!TryRoot(row, k, stride, diagonal))
                return false;
            if (k + 1 == n)
                return true;
            SubtractScaled(row[k + 1], row + (k & ~3), next + (k & ~3), stride - (k & ~3));
            if (!TryRoot(next, k + 1, stride, diagonal))
                return false;
            for (var i = k + 2; i < n; i++)
            {
                var start = i & ~3;
                SubtractTwo(row[i], row + start, next[i], next + start, matrix + (i * stride) + start, stride - start);
            }
        }

        return true;
    }

    private static bool TryRoot(double* row, int k, int stride, double* diagonal)
    {
        var pivot = row[k];
        if (!(pivot > 1e-13 * diagonal[k]) || double.IsInfinity(pivot))
            return false;
        Scale(1 / Math.Sqrt(pivot), row, k & ~3, stride);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SubtractScaled(double factor, double* source, double* target, int stride)
    {
        var factors = Vector256.Create(factor);
        for (var i = 0; i < stride; i += 4)
            (Vector256.Load(target + i) - (factors * Vector256.Load(source + i))).Store(target + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SubtractTwo(double first, double* one, double second, double* other, double* target, int stride)
    {
        Vector256<double> firsts = Vector256.Create(first), seconds = Vector256.Create(second);
        for (var i = 0; i < stride; i += 4)
            (Vector256.Load(target + i) - (firsts * Vector256.Load(one + i)) - (seconds * Vector256.Load(other + i))).Store(target + i);
    }

    /// <summary>Replaces <paramref name="vector"/> b by the solution of R'R x = b. Its padding must be zero.</summary>
    public static void SolveUpper(double* factor, int n, int stride, double* vector)
    {
        for (var k = 0; k < n; k++)
        {
            var row = factor + (k * stride);
            var value = vector[k] / row[k];
            var start = (k & ~3) + 4;
            for (var i = k + 1; i < Math.Min(start, n); i++)
                vector[i] -= value * row[i];
            if (start < stride)
                SubtractScaled(value, row + start, vector + start, stride - start);
            vector[k] = value;
        }

        for (var k = n - 1; k >= 0; k--)
        {
            var row = factor + (k * stride);
            var rest = vector[k];
            var start = (k & ~3) + 4;
            for (var i = k + 1; i < Math.Min(start, n); i++)
                rest -= row[i] * vector[i];
            if (start < stride)
                rest -= Dot(row + start, vector + start, stride - start);
            vector[k] = rest / row[k];
        }
    }

    // The symmetric sweep in the form that leaves +A^-1: a_kk -> 1/a_kk, rows and columns through -a_ik/a_kk.
    private static void Sweep(double* matrix, int n, int stride, int k, double* row)
    {
        var pivotRow = matrix + (k * stride);
        var inverse = 1 / pivotRow[k];
        var inverses = Vector256.Create(inverse);
        for (var j = 0; j < stride; j += 4)
            (inverses * Vector256.Load(pivotRow + j)).Store(row + j);

        // Column k is written after each row: a vector read soon after a scalar write would wait for it.
        for (var i = 0; i < n; i++)
        {
            if (i == k)
                continue;
            var target = matrix + (i * stride);
            var factor = target[k];
            SubtractScaled(factor, row, target, stride);
            target[k] = -factor * inverse;
        }

        for (var j = 0; j < stride; j += 4)
            Vector256.Load(row + j).Store(pivotRow + j);
        pivotRow[k] = inverse;
    }

    private static void Tile12(double* a, double* next, double* b, double* c, int inner, int stride)
    {
        Vector256<double> c0 = default, c1 = default, c2 = default, d0 = default, d1 = default, d2 = default;
        for (var k = 0; k < inner; k++, b += stride)
        {
            Vector256<double> first = Vector256.Create(a[k]), second = Vector256.Create(next[k]);
            Vector256<double> b0 = Vector256.Load(b), b1 = Vector256.Load(b + 4), b2 = Vector256.Load(b + 8);
            c0 += first * b0;
            c1 += first * b1;
            c2 += first * b2;
            d0 += second * b0;
            d1 += second * b1;
            d2 += second * b2;
        }

        c0.Store(c);
        c1.Store(c + 4);
        c2.Store(c + 8);
        d0.Store(c + stride);
        d1.Store(c + stride + 4);
        d2.Store(c + stride + 8);
    }

    private static void Tile8(double* a, double* next, double* b, double* c, int inner, int stride)
    {
        Vector256<double> c0 = default, c1 = default, d0 = default, d1 = default;
        for (var k = 0; k < inner; k++, b += stride)
        {
            Vector256<double> first = Vector256.Create(a[k]), second = Vector256.Create(next[k]);
            Vector256<double> b0 = Vector256.Load(b), b1 = Vector256.Load(b + 4);
            c0 += first * b0;
            c1 += first * b1;
            d0 += second * b0;
            d1 += second * b1;
        }

        c0.Store(c);
        c1.Store(c + 4);
        d0.Store(c + stride);
        d1.Store(c + stride + 4);
    }

    private static void Tile4(double* a, double* next, double* b, double* c, int inner, int stride)
    {
        Vector256<double> c0 = default, d0 = default;
        for (var k = 0; k < inner; k++, b += stride)
        {
            var b0 = Vector256.Load(b);
            c0 += Vector256.Create(a[k]) * b0;
            d0 += Vector256.Create(next[k]) * b0;
        }

        c0.Store(c);
        d0.Store(c + stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RowTimes4(double* a, double* b, double* c, int inner, int stride)
    {
        Vector256<double> sum = default;
        for (var k = 0; k < inner; k++, b += stride)
            sum += Vector256.Create(a[k]) * Vector256.Load(b);
        sum.Store(c);
    }

    private static void Scale(double factor, double* row, int start, int stride)
    {
        var factors = Vector256.Create(factor);
        for (var i = start; i < stride; i += 4)
            (factors * Vector256.Load(row + i)).Store(row + i);
    }
}
