using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots.Paths;

/// <summary>A variable with its place and size.</summary>
internal sealed record PlacedNode(string Name, bool IsLatent, IReadOnlyList<string> Lines, double X, double Y, double Width, double Height, Side Outside)
{
    public const double LatentSize = 13;
    public const double ObservedSize = 12.5;
    private const double WidestLine = 104;

    /// <summary>A variable that still has to be placed.</summary>
    public static PlacedNode Of(string name, string label, bool isLatent)
    {
        var size = isLatent ? LatentSize : ObservedSize;
        var lines = TextWidth.Lines(label, size, WidestLine).SelectMany(line => Pieces(line, size)).ToList();
        var widest = lines.Select(line => TextWidth.Of(line, size)).DefaultIfEmpty(0).Max();
        return isLatent
            ? new(name, true, lines, 0, 0, Math.Max(80, widest + 22), 26 + (lines.Count * 15), Side.Right)
            : new(name, false, lines, 0, 0, Math.Max(34, widest + 8), 10 + (lines.Count * 15), Side.Right);
    }

    // A word that is longer than any line goes on in the next.
    private static IEnumerable<string> Pieces(string line, double size)
    {
        var start = 0;
        for (var end = 1; end <= line.Length; end++)
            if (end == line.Length || TextWidth.Of(line[start..(end + 1)], size) > WidestLine)
            {
                yield return line[start..end];
                start = end;
            }
    }

    /// <summary>The same with the axes exchanged.</summary>
    public PlacedNode Turned() => this with { X = Y, Y = X, Width = Height, Height = Width };

    /// <summary>Where the line from the middle towards a point leaves the outline.</summary>
    public (double X, double Y) Towards((double X, double Y) point)
    {
        var (dx, dy) = (point.X - X, point.Y - Y);
        if (dx == 0 && dy == 0)
            return (X, Y);
        var scale = IsLatent
            ? 1 / Math.Sqrt(Math.Pow(dx / (Width / 2), 2) + Math.Pow(dy / (Height / 2), 2))
            : Math.Min(dx == 0 ? double.MaxValue : Width / 2 / Math.Abs(dx), dy == 0 ? double.MaxValue : Height / 2 / Math.Abs(dy));
        return (X + (scale * dx), Y + (scale * dy));
    }

    /// <summary>A point of the outline on one side, shifted along it.</summary>
    public (double X, double Y) At(Side side, double shift = 0)
    {
        var (rx, ry) = (Width / 2, Height / 2);
        double Reach(double radius, double share) => IsLatent ? radius * Math.Sqrt(Math.Max(0, 1 - (share * share))) : radius;
        return side switch
        {
            Side.Left => (X - Reach(rx, shift / ry), Y + shift),
            Side.Right => (X + Reach(rx, shift / ry), Y + shift),
            Side.Above => (X + shift, Y - Reach(ry, shift / rx)),
            _ => (X + shift, Y + Reach(ry, shift / rx)),
        };
    }

    /// <summary>True when a rectangle around a point touches it.</summary>
    public bool Touches(double x, double y, double width, double height) =>
        Math.Abs(x - X) < (Width + width) / 2 && Math.Abs(y - Y) < (Height + height) / 2;
}
