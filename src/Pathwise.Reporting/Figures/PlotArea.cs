namespace Pathwise.Reporting.Figures;

/// <summary>The rectangle between the axes, and where a value lies in it.</summary>
internal sealed record PlotArea(double Left, double Top, double Right, double Bottom, Axis XAxis, Axis YAxis)
{
    public double X(double value) => Left + (Share(XAxis, value) * (Right - Left));

    public double Y(double value) => Bottom - (Share(YAxis, value) * (Bottom - Top));

    private static double Share(Axis axis, double value)
    {
        var share = (value - axis.Min) / (axis.Max - axis.Min);
        // Values beyond the axis end at its edge; control points of a diagram's curves may lie outside.
        if (!axis.IsHidden)
            share = Math.Clamp(share, 0, 1);
        return axis.IsReversed ? 1 - share : share;
    }
}
