namespace Pathwise.Reporting.Plots.Paths;

/// <summary>Points of a chain of cubic Bézier curves.</summary>
internal static class CubicCurve
{
    /// <summary>The point at a share from 0 (start) to 1 (end) of the chain.</summary>
    public static (double X, double Y) At(IReadOnlyList<(double X, double Y)> curve, double share)
    {
        var pieces = (curve.Count - 1) / 3;
        var piece = Math.Min((int)(share * pieces), pieces - 1);
        var t = (share * pieces) - piece;
        var (a, b, c, d) = ((1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t);
        var (p, q, r, s) = (curve[3 * piece], curve[(3 * piece) + 1], curve[(3 * piece) + 2], curve[(3 * piece) + 3]);
        return ((a * p.X) + (b * q.X) + (c * r.X) + (d * s.X), (a * p.Y) + (b * q.Y) + (c * r.Y) + (d * s.Y));
    }
}
