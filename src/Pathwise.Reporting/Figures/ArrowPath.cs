namespace Pathwise.Reporting.Figures;

/// <summary>The outline of an arrow in the path language of SVG, which Plotly's shapes share.</summary>
internal static class ArrowPath
{
    /// <summary>Cubic curves through start, control points and end.</summary>
    public static string Curve(IReadOnlyList<(double X, double Y)> points) =>
        "M" + Point(points[0]) + string.Concat(Enumerable.Range(0, (points.Count - 1) / 3).Select(i =>
            $"C{Point(points[(3 * i) + 1])} {Point(points[(3 * i) + 2])} {Point(points[(3 * i) + 3])}"));

    /// <summary>A triangle whose tip lies at the end of a line that comes from another point.</summary>
    public static string Head((double X, double Y) from, (double X, double Y) tip, double width)
    {
        var length = Math.Max(Math.Sqrt(Math.Pow(tip.X - from.X, 2) + Math.Pow(tip.Y - from.Y, 2)), 1e-9);
        var (dx, dy) = ((tip.X - from.X) / length, (tip.Y - from.Y) / length);
        var (back, side) = (6 + (1.2 * width), 2.6 + (0.7 * width));
        var (x, y) = (tip.X - (back * dx), tip.Y - (back * dy));
        return $"M{Point((tip.X + dx, tip.Y + dy))}L{Point((x - (side * dy), y + (side * dx)))}L{Point((x + (side * dy), y - (side * dx)))}Z";
    }

    private static string Point((double X, double Y) point) => $"{Figures.SvgCanvas.N(point.X)} {Figures.SvgCanvas.N(point.Y)}";
}
