using System.Globalization;
using System.Numerics;

namespace Pathwise.Numerics;

/// <summary>
/// A double rounded to decimals, by the one rule of everything that people see: the shortest decimal text that identifies the double is
/// rounded half away from zero. So 2.675 becomes 2.68 as a reader expects, although the nearest double lies below it.
/// </summary>
internal static class DecimalRounding
{
    /// <summary>The text of a finite value, with a point and no sign on zero.</summary>
    public static string Text(double value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        var scaled = Scaled(value, decimals);
        var digits = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = scaled.Sign < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    /// <summary>The value in units of 10^-<paramref name="decimals"/>, rounded; negative decimals round to tens, hundreds and so on.</summary>
    public static BigInteger Scaled(double value, int decimals)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only a finite value has a decimal expansion.");
        var (digits, power) = Shortest(Math.Abs(value));
        var magnitude = Shifted(digits, power + decimals);
        return value < 0 ? -magnitude : magnitude;
    }

    // The shortest digits that read back as the value, as a whole number and the power of ten behind it.
    private static (BigInteger Digits, int Power) Shortest(double magnitude)
    {
        var text = magnitude.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mark < 0 ? text : text[..mark];
        var power = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = BigInteger.Parse(mantissa.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return (digits, point < 0 ? power : power - (mantissa.Length - point - 1));
    }

    private static BigInteger Shifted(BigInteger digits, int power)
    {
        if (power >= 0)
            return digits * BigInteger.Pow(10, power);
        var unit = BigInteger.Pow(10, -power);
        return ((2 * digits) + unit) / (2 * unit);
    }
}
