namespace Pathwise.Reporting.Plots.Paths;

/// <summary>A straight stretch between two points.</summary>
internal readonly record struct Segment((double X, double Y) From, (double X, double Y) To)
{
    public double Length => Math.Sqrt(Math.Pow(To.X - From.X, 2) + Math.Pow(To.Y - From.Y, 2));

    /// <summary>Whether both have a point in common; touching ends are none.</summary>
    public bool Crosses(Segment other) =>
        Side(From, To, other.From) * Side(From, To, other.To) < 0 && Side(other.From, other.To, From) * Side(other.From, other.To, To) < 0;

    /// <summary>The sine of the angle between both, from 0 (parallel) to 1.</summary>
    public double SineWith(Segment other)
    {
        var (dx, dy, ex, ey) = (To.X - From.X, To.Y - From.Y, other.To.X - other.From.X, other.To.Y - other.From.Y);
        return Math.Abs((dx * ey) - (dy * ex)) / Math.Max(Length * other.Length, 1e-9);
    }

    /// <summary>How far a point is from the nearest one of the stretch.</summary>
    public double DistanceTo((double X, double Y) point)
    {
        var (dx, dy) = (To.X - From.X, To.Y - From.Y);
        var share = Math.Clamp((((point.X - From.X) * dx) + ((point.Y - From.Y) * dy)) / Math.Max((dx * dx) + (dy * dy), 1e-9), 0, 1);
        return new Segment(point, (From.X + (share * dx), From.Y + (share * dy))).Length;
    }

    /// <summary>Whether any point of it lies in a rectangle around a point (Liang and Barsky 1984).</summary>
    public bool Meets(double x, double y, double width, double height)
    {
        var (first, last) = (0.0, 1.0);
        return IsWithin(From.X - x, To.X - From.X, width / 2, ref first, ref last) && IsWithin(From.Y - y, To.Y - From.Y, height / 2, ref first, ref last);
    }

    // The shares of the stretch at which a coordinate lies within a reach.
    private static bool IsWithin(double start, double step, double reach, ref double first, ref double last)
    {
        if (step == 0)
            return Math.Abs(start) < reach;
        var (one, other) = ((-reach - start) / step, (reach - start) / step);
        (first, last) = (Math.Max(first, Math.Min(one, other)), Math.Min(last, Math.Max(one, other)));
        return first < last;
    }

    private static double Side((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
