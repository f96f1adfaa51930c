namespace Pathwise.Reporting.Tables;

/// <summary>How many decimals an estimate is shown with.</summary>
internal static class Precision
{
    private const int Most = 12;

    /// <summary>
    /// The usual number of decimals, unless they show nothing but zeros of the standard error (of the estimate where there is no error): then as
    /// many as show two digits of it. So a slope of 0.00001 with an error of 0.000002 can be read.
    /// </summary>
    public static int Of(double? estimate, double? error, int usual = 3)
    {
        var smallest = 0.5 * Math.Pow(10, -usual);
        var scale = error is > 0 ? error.Value : Math.Abs(estimate ?? 0);
        if (!double.IsFinite(scale) || scale < Math.Pow(10, -Most) || scale >= smallest)
            return usual;
        return Math.Clamp(1 - (int)Math.Floor(Math.Log10(scale)), usual, Most);
    }
}
