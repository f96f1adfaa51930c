using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Pathwise.Numerics;

/// <summary>
/// Four numbers at once, each with the bits of <see cref="PortableMath.Exp"/> and <see cref="NormalDistribution.Cdf"/>: the same operations in the same
/// order, none of them fused.
/// </summary>
internal static class VectorMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Log2OfE = 1.44269504088896338700;

    // 1.5 times 2^52: added to a whole number, it leaves that number in the lowest bits.
    private const double Integers = 6755399441055744;

    // Below this a power of two is no longer normal.
    private const double Lowest = -708;

    /// <summary>e to the power of numbers that are not positive; zero below -708.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpOfNegative(Vector256<double> x)
    {
        var within = Vector256.Max(x, Vector256.Create(Lowest));
        var k = Vector256.Truncate((within * Log2OfE) - Vector256.Create(0.5));
        var high = within - (k * Ln2High);
        var low = k * Ln2Low;
        var r = high - low;
        var square = r * r;
        var c = r - (square * Polynomial(square));
        var power = Vector256.ShiftLeft((k + Vector256.Create(Integers)).AsInt64() + Vector256.Create(1023L), 52).AsDouble();
        var value = (Vector256<double>.One + ((r * c / (Vector256.Create(2.0) - c)) - low + high)) * power;
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(Lowest)), Vector256<double>.Zero, value);
    }

    /// <summary>Probabilities of standard normal values up to these.</summary>
    public static Vector256<double> NormalCdf(Vector256<double> z)
    {
        var size = Vector256.Abs(z);
        if (Vector256.GreaterThanAny(size, Vector256.Create(NormalDistribution.LastOfMiddle)) || Vector256.EqualsAny(z, Vector256.Create(double.NaN)))
            return Vector256.Create(NormalDistribution.Cdf(z[0]), NormalDistribution.Cdf(z[1]), NormalDistribution.Cdf(z[2]), NormalDistribution.Cdf(z[3]));
        var coarse = Vector256.Truncate(size * 16) / 16;
        var gaussian = ExpOfNegative(-0.5 * coarse * coarse) * ExpOfNegative(-0.5 * (size - coarse) * (size + coarse));
        var middle = gaussian * Polynomial(NormalDistribution.MiddleTop, size) / Polynomial(NormalDistribution.MiddleBottom, size);
        var square = size * size;
        var near = Vector256.Create(0.5) - (size * Polynomial(NormalDistribution.NearTop, square) / Polynomial(NormalDistribution.NearBottom, square));
        var tail = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(size, Vector256.Create(NormalDistribution.LastOfNear)), near, middle);
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(z, Vector256<double>.Zero), tail, Vector256<double>.One - tail);
    }

    private static Vector256<double> Polynomial(double[] coefficients, Vector256<double> x)
    {
        var value = Vector256.Create(coefficients[0]);
        for (var i = 1; i < coefficients.Length; i++)
            value = (value * x) + Vector256.Create(coefficients[i]);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Polynomial(Vector256<double> z) =>
        Vector256.Create(1.66666666666666019037e-01) + (z * (Vector256.Create(-2.77777777770155933842e-03) + (z * (Vector256.Create(6.61375632143793436117e-05)
            + (z * (Vector256.Create(-1.65339022054652515390e-06) + (z * 4.13813679705723846039e-08)))))));
}
