using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots.Paths;

/// <summary>Numbers beside their arrows where they touch no variable and no other number.</summary>
internal sealed class LabelPlacement(IReadOnlyCollection<PlacedNode> nodes)
{
    public const double Size = 12.5;
    private const double Height = 14.5;

    private static readonly double[] Steps = [0, 0.07, -0.07, 0.14, -0.14, 0.21, -0.21, 0.28, -0.28, 0.35, -0.35];
    private static readonly double[] Shifts = [0, -13, 13, -26, 26];

    private readonly List<PlacedNode> taken = [];

    /// <summary>The middle of the text, as near as it can to a share of the curve.</summary>
    public (double X, double Y) Place(string text, IReadOnlyList<(double X, double Y)> curve, double wanted)
    {
        var width = TextWidth.Of(text, Size) + 4;
        var places = from shift in Shifts
                     from step in Steps
                     where wanted + step is > 0.05 and < 0.95
                     let point = CubicCurve.At(curve, wanted + step)
                     select (point.X, Y: point.Y + shift);
        var best = places.MinBy(place => Touched(place.X, place.Y, width));
        taken.Add(new("", false, [], best.X, best.Y, width, Height, Side.Right));
        return best;
    }

    private int Touched(double x, double y, double width) =>
        nodes.Concat(taken).Count(node => node.Touches(x, y, width, Height));
}
