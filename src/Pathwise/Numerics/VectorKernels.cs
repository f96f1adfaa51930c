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

    /// <summary>The four lanes, added in pairs: (0 + 2) + (1 + 3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumOfLanes(Vector256<double> lanes)
    {
        var pairs = lanes.GetLower() + lanes.GetUpper();
        return pairs.GetElement(0) + pairs.GetElement(1);
    }
}
