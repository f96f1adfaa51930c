using System.Globalization;
using Pathwise.Numerics;

namespace Pathwise.Reporting.Tables;

/// <summary>Numbers as decimal text. What is rounded is the shortest decimal text that identifies the double, half away from zero.</summary>
public static class Rounding
{
    private const double LargestInFull = 1e15;

    /// <summary>The value with so many decimals, such as <c>-0.45</c>; never <c>-0.00</c>. Scientific from 1e15 upwards.</summary>
    public static string Text(double value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        if (!double.IsFinite(value))
            return NotFinite(value);
        if (Math.Abs(value) >= LargestInFull)
            return value.ToString("0.###e+0", CultureInfo.InvariantCulture);
        return DecimalRounding.Text(value, decimals);
    }

    private static string NotFinite(double value) =>
        double.IsNaN(value) ? NumberText.Dash : value > 0 ? "∞" : "-∞";
}
