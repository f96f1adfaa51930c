using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Plots.Paths;

/// <summary>An arrow along its curve.</summary>
internal sealed record PathCurve(PathEdge Edge, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>The same with the axes exchanged.</summary>
    public PathCurve Turned() => this with { Points = [.. Points.Select(point => (point.Y, point.X))] };
}

/// <summary>The marks of a path diagram: an arrow for each path, a node for each variable, a number or words beside each arrow.</summary>
internal static class PathMarks
{
    private const double SignificanceLevel = 0.05;

    /// <summary>All marks: arrows below, then nodes, then words.</summary>
    public static IReadOnlyList<Mark> Of(IReadOnlyList<PathCurve> curves, IReadOnlyCollection<PlacedNode> nodes) =>
        [.. curves.Select(Arrow), .. nodes.Select(node => Node(node)), .. Words(curves, nodes)];

    /// <summary>Blue and orange tell signs apart, grey what is not significant; ink what has no estimate.</summary>
    public static Tone ToneOf(PathEdge edge) =>
        edge.Value is null ? Tone.Ink
        : edge.PValue >= SignificanceLevel ? Tone.Muted
        : edge.Value < 0 ? Tone.Vermilion : Tone.Blue;

    /// <summary>The number of an arrow, or its label where it has none; empty where it has neither.</summary>
    public static string TextOf(PathEdge edge) =>
        edge.Value is null ? edge.Label ?? "" : NumberText.Number(edge.Value, 2, isBounded: true).Replace('-', '−');

    public static NodeMark Node(PlacedNode node, Tone tone = Tone.Ink) => new()
    {
        X = node.X,
        Y = node.Y,
        Width = node.Width,
        Height = node.Height,
        Lines = node.Lines,
        IsEllipse = node.IsLatent,
        Tone = tone,
        Size = node.IsLatent ? PlacedNode.LatentSize : PlacedNode.ObservedSize,
    };

    private static EdgeMark Arrow(PathCurve path) => new()
    {
        Curve = path.Points,
        IsDoubleHeaded = path.Edge.Kind == PathKind.Covariance,
        Width = 0.8 + (2.4 * Math.Min(Math.Abs(path.Edge.Value ?? 0.3), 1)),
        Tone = ToneOf(path.Edge),
        Stroke = path.Edge.Value < 0 ? Stroke.Dashed : Stroke.Solid,
    };

    private static IEnumerable<TextMark> Words(IReadOnlyList<PathCurve> curves, IReadOnlyCollection<PlacedNode> nodes)
    {
        var placement = new LabelPlacement(nodes);
        foreach (var (edge, curve) in curves.Where(path => TextOf(path.Edge).Length > 0).OrderBy(path => path.Edge.Kind == PathKind.Loading))
        {
            var (x, y) = placement.Place(TextOf(edge), curve, edge.Kind == PathKind.Loading ? 0.6 : 0.5);
            yield return new TextMark { X = x, Y = y, Text = TextOf(edge), Size = LabelPlacement.Size, Tone = Tone.Ink, IsBold = edge.Kind == PathKind.Regression };
        }
    }
}
