using System.Numerics;

namespace Pathwise.Auditing;

/// <summary>
/// A double printed with a number of decimals. The rule of the scorecard: the double's exact decimal expansion is rounded
/// half away from zero. So 0.125 prints as 0.13, and 0.145 as 0.14, because the double nearest to 0.145 lies below it.
/// </summary>
internal static class ExactRounding
{
    /// <summary>The text of a finite value, with a point and no sign on zero.</summary>
    public static string Text(double value, int decimals)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only a finite value has a decimal expansion.");
        var scaled = Scaled(Math.Abs(value), decimals);
        var digits = scaled.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = value < 0 && !scaled.IsZero ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    // |value| = mantissa * 2^exponent, so that value * 10^decimals is an integer or a fraction with a power of two below.
    private static BigInteger Scaled(double magnitude, int decimals)
    {
        var bits = BitConverter.DoubleToInt64Bits(magnitude);
        var exponent = (int)(bits >> 52);
        var mantissa = bits & ((1L << 52) - 1);
        if (exponent == 0)
            exponent++;
        else
            mantissa |= 1L << 52;
        exponent -= 1075;

        var scaled = mantissa * BigInteger.Pow(10, decimals);
        return exponent >= 0 ? scaled << exponent : (scaled + (BigInteger.One << (-exponent - 1))) >> -exponent;
    }
}
