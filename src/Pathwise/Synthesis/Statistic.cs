namespace Pathwise.Synthesis;

/// <summary>
/// An exact target as the search sees it: a function of the fitted models, the window in which it must lie, and the width that
/// counts as one unit of distance.
/// </summary>
internal sealed record Statistic(Target Target, Func<Reading, double> Value, double Lower, double Upper, double Unit)
{
    /// <summary>True when the window has two ends.</summary>
    public bool IsTwoSided => double.IsFinite(Lower) && double.IsFinite(Upper);

    /// <summary>
    /// Signed distance: from -1 to 1 inside a window with two ends; with one end 0 when the value is two units inside, 1 at the end.
    /// </summary>
    public double Distance(double value) => IsTwoSided
        ? (value - (0.5 * (Lower + Upper))) / Unit
        : double.IsFinite(Lower) ? Math.Min(0, ((value - Lower) / Unit) - 1) : Math.Max(0, ((value - Upper) / Unit) + 1);

    /// <summary>The printed digits, or the side, are met.</summary>
    public bool IsMetBy(double value) => Target.Printed.IsMetBy(value);
}
