using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pathwise.Numerics;

/// <summary>
/// Inner loops on flat arrays. Vectors are 256 bits wide on every machine and lanes are added in a fixed order, products and sums
/// are rounded separately (no fused multiply-add), so that the bits of a result do not depend on the processor.
/// </summary>
internal static class VectorKernels
{
    /// <summary>Sum of products of the elements of two spans of the same length.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right) =>
        Dot(ref MemoryMarshal.GetReference(left), ref MemoryMarshal.GetReference(right), Math.Min(left.Length, right.Length));

    /// <summary>Sum of products of <paramref name="count"/> elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Dot(ref double left, ref double right, int count)
    {
        var i = 0;
        var sum = 0.0;
        if (count >= 4)
        {
            var lanes = Vector256<double>.Zero;
            for (; i <= count - 4; i += 4)
                lanes += Vector256.LoadUnsafe(ref left, (nuint)i) * Vector256.LoadUnsafe(ref right, (nuint)i);
            sum = SumOfLanes(lanes);
        }

        for (; i < count; i++)
            sum += Unsafe.Add(ref left, i) * Unsafe.Add(ref right, i);
        return sum;
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="source"/> to <paramref name="target"/>.</summary>
    public static void AddScaled(double factor, ReadOnlySpan<double> source, Span<double> target) =>
        AddScaled(
            factor,
            ref MemoryMarshal.GetReference(source),
            ref MemoryMarshal.GetReference(target),
            Math.Min(source.Length, target.Length));

    /// <summary>Adds <paramref name="factor"/> times <paramref name="count"/> elements of the source to the target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(double factor, ref double source, ref double target, int count)
    {
        var i = 0;
        var factors = Vector256.Create(factor);
        for (; i <= count - 4; i += 4)
        {
            var sum = Vector256.LoadUnsafe(ref target, (nuint)i) + (factors * Vector256.LoadUnsafe(ref source, (nuint)i));
            sum.StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < count; i++)
            Unsafe.Add(ref target, i) += factor * Unsafe.Add(ref source, i);
    }

    /// <summary>
    /// Adds to each element of the target the product of a row with one of many rows of the same length, a multiple of four, which follow each
    /// other in memory. Four rows are worked on together; it changes no sum.
    /// </summary>
    public static void AddProducts(ReadOnlySpan<double> row, ReadOnlySpan<double> rows, Span<double> target)
    {
        ref var left = ref MemoryMarshal.GetReference(row);
        ref var right = ref MemoryMarshal.GetReference(rows);
        var (n, j) = (row.Length, 0);
        for (; j <= target.Length - 4; j += 4)
        {
            var (a, b, c, d) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            for (var k = 0; k < n; k += 4)
            {
                var (x, at) = (Vector256.LoadUnsafe(ref left, (nuint)k), (nuint)((j * n) + k));
                a += x * Vector256.LoadUnsafe(ref right, at);
                b += x * Vector256.LoadUnsafe(ref right, at + (nuint)n);
                c += x * Vector256.LoadUnsafe(ref right, at + (nuint)(2 * n));
                d += x * Vector256.LoadUnsafe(ref right, at + (nuint)(3 * n));
            }

            target[j] += SumOfLanes(a);
            target[j + 1] += SumOfLanes(b);
            target[j + 2] += SumOfLanes(c);
            target[j + 3] += SumOfLanes(d);
        }

        for (; j < target.Length; j++)
            target[j] += Dot(ref left, ref Unsafe.Add(ref right, j * n), n);
    }

    /// <summary>The four lanes, added in pairs: (0 + 2) + (1 + 3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumOfLanes(Vector256<double> lanes)
    {
        var pairs = lanes.GetLower() + lanes.GetUpper();
        return pairs.GetElement(0) + pairs.GetElement(1);
    }
}
