using System.Globalization;
using Pathwise.Numerics;

namespace Pathwise.Auditing.Reported;

/// <summary>Ranges in messages.</summary>
internal static class RangeText
{
    // Beyond these a number is read more easily with its power of ten.
    private const int MostDecimals = 12;

    /// <summary>Both ends with so many decimals (very many become a power of ten), joined by "to"; one number when they print alike.</summary>
    public static string Of(ValueRange range, int decimals)
    {
        var (lower, upper) = (End(range.Lower, decimals), End(range.Upper, decimals));
        return lower == upper ? lower : $"{lower} to {upper}";
    }

    private static string End(double value, int decimals) => double.IsFinite(value)
        ? decimals <= MostDecimals ? DecimalRounding.Text(value, decimals) : value.ToString("0.00e-0", CultureInfo.InvariantCulture)
        : value > 0 ? "any larger value" : "any smaller value";
}
