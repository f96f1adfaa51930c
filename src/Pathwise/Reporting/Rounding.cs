using System.Globalization;

namespace Pathwise.Reporting;

/// <summary>Numbers as decimal text: the one place where results are rounded.</summary>
/// <remarks>
/// What is rounded is the shortest decimal text that identifies the double, half away from zero, so that 2.675 becomes
/// 2.68 as a reader expects, although the nearest double lies below it.
/// </remarks>
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
        var exact = decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var rounded = Math.Round(exact, Math.Min(decimals, 28), MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0m : rounded).ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    private static string NotFinite(double value) =>
        double.IsNaN(value) ? NumberText.Dash : value > 0 ? "∞" : "-∞";
}
