using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots.Paths;

/// <summary>A moderator beside a diagram, with an arrow to the middle of each arrow that it changes.</summary>
internal sealed class ModeratorNode
{
    private const double Distance = 34;
    private const int Samples = 24;

    private readonly IReadOnlyList<Mark> drawn;
    private readonly IReadOnlyList<(double X, double Y)> targets;
    private readonly PlacedNode node;

    private ModeratorNode(IReadOnlyList<Mark> drawn, IReadOnlyList<(double X, double Y)> targets, PlacedNode node) => (this.drawn, this.targets, this.node) = (drawn, targets, node);

    /// <summary>The marks with those of the moderator, on the side where its arrows cross least and, of equal sides, widen the picture least.</summary>
    public static IReadOnlyList<Mark> Beside(IReadOnlyList<Mark> drawn, PlacedNode node, IReadOnlyList<EdgeMark> changed)
    {
        var placing = new ModeratorNode(drawn, [.. changed.Select(edge => CubicCurve.At(edge.Curve, 0.5))], node);
        var frame = PathFrame.Around(drawn);
        var (x, y) = (placing.targets.Average(target => target.X), placing.targets.Average(target => target.Y));
        (double X, double Y)[] places =
        [
            (x, frame.Top - Distance - (node.Height / 2)), (x, frame.Top + frame.Height + Distance + (node.Height / 2)),
            (frame.Left - Distance - (node.Width / 2), y), (frame.Left + frame.Width + Distance + (node.Width / 2), y),
        ];
        var best = places.Index().MinBy(place => (placing.Crossed(place.Item), place.Index)).Item;
        return placing.At(best);
    }

    // Variables are worse to cross than arrows.
    private int Crossed((double X, double Y) place) => (10 * Nodes(place)) + drawn.OfType<EdgeMark>().Sum(edge => targets.Count(target => Crosses(edge, place, target)));

    private static bool Crosses(EdgeMark edge, (double X, double Y) from, (double X, double Y) to)
    {
        (double X, double Y)[] points = [.. Enumerable.Range(0, Samples + 1).Select(i => CubicCurve.At(edge.Curve, i / (double)Samples))];
        var end = (X: to.X + (0.04 * (from.X - to.X)), Y: to.Y + (0.04 * (from.Y - to.Y)));
        double Side((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
        return points.Zip(points.Skip(1)).Any(piece => Side(from, end, piece.First) * Side(from, end, piece.Second) < 0 && Side(piece.First, piece.Second, from) * Side(piece.First, piece.Second, end) < 0);
    }

    private int Nodes((double X, double Y) place) => (
        from target in targets
        from other in drawn.OfType<NodeMark>()
        where Enumerable.Range(0, Samples + 1).Select(i => i / (double)Samples)
            .Any(t => Math.Abs(place.X + (t * (target.X - place.X)) - other.X) < other.Width / 2 && Math.Abs(place.Y + (t * (target.Y - place.Y)) - other.Y) < other.Height / 2)
        select other).Count();

    private IReadOnlyList<Mark> At((double X, double Y) place)
    {
        var placed = node with { X = place.X, Y = place.Y };
        return [.. drawn, .. targets.Select(target => Arrow(placed.Towards(target), target)), PathMarks.Node(placed)];
    }

    private static EdgeMark Arrow((double X, double Y) from, (double X, double Y) to) => new()
    {
        Curve = [from, (from.X + ((to.X - from.X) / 3), from.Y + ((to.Y - from.Y) / 3)), (from.X + (2 * (to.X - from.X) / 3), from.Y + (2 * (to.Y - from.Y) / 3)), to],
        Tone = Tone.Purple,
        Width = 1.5,
    };
}
