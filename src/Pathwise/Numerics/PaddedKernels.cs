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
    /// C = A B for A of <paramref name="rows"/> x <paramref name="inner"/> (its own stride) and B of inner x stride; 16 columns at a time
    /// stay in registers.
    /// </summary>
    public static void Multiply(double* a, int strideOfA, double* b, double* c, int rows, int inner, int stride)
    {
        for (var i = 0; i < rows; i++, a += strideOfA, c += stride)
        {
            var column = 0;
            for (; column <= stride - 16; column += 16)
                RowTimes16(a, b + column, c + column, inner, stride);
            for (; column < stride; column += 4)
                RowTimes4(a, b + column, c + column, inner, stride);
        }
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
        for (var k = 0; k < n; k++)
        {
            var pivotRow = matrix + (k * stride);
            var pivot = pivotRow[k];
            if (!(pivot > 1e-13 * diagonal[k]) || double.IsInfinity(pivot))
                return false;

            var root = Math.Sqrt(pivot);
            Scale(1 / root, pivotRow, k & ~3, stride);
            pivotRow[k] = root;
            for (var i = k + 1; i < n; i++)
            {
                var start = i & ~3;
                AddScaled(-pivotRow[i], pivotRow + start, matrix + (i * stride) + start, stride - start);
            }
        }

        return true;
    }

    /// <summary>Replaces <paramref name="vector"/> b by the solution of R'R x = b. Its padding must be zero.</summary>
    public static void SolveUpper(double* factor, int n, int stride, double* vector)
    {
        for (var k = 0; k < n; k++)
        {
            var row = factor + (k * stride);
            var value = vector[k] / row[k];
            for (var i = k + 1; i < n; i++)
                vector[i] -= value * row[i];
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
        for (var j = 0; j < stride; j++)
            row[j] = pivotRow[j] * inverse;
        row[k] = inverse;
        for (var i = 0; i < n; i++)
        {
            if (i == k)
                continue;
            var target = matrix + (i * stride);
            var factor = target[k];
            target[k] = 0;
            AddScaled(-factor, row, target, stride);
        }

        for (var j = 0; j < stride; j++)
            pivotRow[j] = row[j];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RowTimes16(double* a, double* b, double* c, int inner, int stride)
    {
        Vector256<double> c0 = default, c1 = default, c2 = default, c3 = default;
        for (var k = 0; k < inner; k++, b += stride)
        {
            var factor = Vector256.Create(a[k]);
            c0 += factor * Vector256.Load(b);
            c1 += factor * Vector256.Load(b + 4);
            c2 += factor * Vector256.Load(b + 8);
            c3 += factor * Vector256.Load(b + 12);
        }

        c0.Store(c);
        c1.Store(c + 4);
        c2.Store(c + 8);
        c3.Store(c + 12);
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
