namespace Pathwise.Numerics;

/// <summary>
/// Exponential, natural logarithm and powers with the same bits on every machine: additions, multiplications and divisions of
/// doubles alone, where the platform's own functions differ in the last digit. Everything that follows from a seed uses them.
/// Error of the first two below 1 unit in the last place; algorithms and coefficients of Sun's freely distributable fdlibm (1993).
/// </summary>
public static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Log2OfE = 1.44269504088896338700;
    private const double SqrtHalf = 0.70710678118654752440;

    /// <summary>e to the power <paramref name="x"/>.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x) || x > 709.782712893383973096)
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        if (x < -745.13321910194110842)
            return 0;

        // x = k ln 2 + r with |r| <= ln 2 / 2; the reduction is carried in two parts.
        var k = (int)((Log2OfE * x) + (x < 0 ? -0.5 : 0.5));
        var high = x - (k * Ln2High);
        var low = k * Ln2Low;
        var r = high - low;
        var c = r - (r * r * ExpPolynomial(r * r));
        return Scale(1 + ((r * c / (2 - c)) - low + high), k);
    }

    /// <summary>Natural logarithm; negative infinity at zero, NaN below.</summary>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x))
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;

        // x = 2^k (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2).
        var k = Exponent(ref x);
        if (x < SqrtHalf)
        {
            x *= 2;
            k--;
        }

        var f = x - 1;
        var s = f / (2 + f);
        var half = 0.5 * f * f;
        return (s * (half + LogPolynomial(s * s))) + (k * Ln2Low) - half + f + (k * Ln2High);
    }

    /// <summary>
    /// A base to a power: by multiplication where the exponent is whole and at most 64 in size, else exp(y log x), whose relative error
    /// grows with the size of y log x. NaN for a negative base with a broken exponent.
    /// </summary>
    public static double Power(double x, double y)
    {
        if (y != Math.Floor(y) || Math.Abs(y) > 64)
            return x == 0 && y > 0 ? 0 : Exp(y * Log(x));
        double product = 1, square = x;
        for (var rest = (int)Math.Abs(y); rest > 0; rest >>= 1, square *= square)
            product *= (rest & 1) == 1 ? square : 1;
        return y < 0 ? 1 / product : product;
    }

    private static double ExpPolynomial(double z) =>
        1.66666666666666019037e-01 + (z * (-2.77777777770155933842e-03 + (z * (6.61375632143793436117e-05
            + (z * (-1.65339022054652515390e-06 + (z * 4.13813679705723846039e-08)))))));

    private static double LogPolynomial(double z)
    {
        var w = z * z;
        var even = w * (3.999999999940941908e-01 + (w * (2.222219843214978396e-01 + (w * 1.531383769920937332e-01))));
        var odd = z * (6.666666666666735130e-01 + (w * (2.857142874366239149e-01
            + (w * (1.818357216161805012e-01 + (w * 1.479819860511658591e-01))))));
        return odd + even;
    }

    /// <summary>Brings <paramref name="x"/> into [1/2, 1) and returns the exponent taken out.</summary>
    private static int Exponent(ref double x)
    {
        var k = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0; // 2^54: subnormal numbers have no exponent of their own
            k = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        k += (int)(bits >> 52) - 1022;
        x = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FE0_0000_0000_0000);
        return k;
    }

    private static double Scale(double y, int k)
    {
        if (k > 1023)
            return y * 8.98846567431158e307 * PowerOfTwo(k - 1023);
        return k < -1022 ? y * PowerOfTwo(k + 54) * 5.551115123125783e-17 : y * PowerOfTwo(k);
    }

    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
}
