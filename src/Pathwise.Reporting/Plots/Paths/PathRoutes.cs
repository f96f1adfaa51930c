namespace Pathwise.Reporting.Plots.Paths;

/// <summary>The curves of the arrows between placed variables.</summary>
internal sealed class PathRoutes(PathGraph graph, Layers layers, PathLayout layout)
{
    private const double MostSpread = 11;

    /// <summary>Start, control points and end of an arrow.</summary>
    public IReadOnlyList<(double X, double Y)> Of(PathEdge edge)
    {
        var (from, to) = (layout.Nodes[edge.From], layout.Nodes[edge.To]);
        if (edge.Kind == PathKind.Covariance)
            return Arc(edge, from, to);
        if (layers.Chains.TryGetValue(edge, out var chain))
            return Through(edge, chain);
        return graph.Structural.Contains(edge.To) ? Backwards(from, to) : Straight(from, to);
    }

    private static (double X, double Y)[] Straight(PlacedNode from, PlacedNode to)
    {
        var facing = to.Outside switch { Side.Left => Side.Right, Side.Right => Side.Left, Side.Above => Side.Below, _ => Side.Above };
        var end = to.At(facing);
        var start = from.Towards(end);
        return [start, Between(start, end, 1 / 3.0), Between(start, end, 2 / 3.0), end];
    }

    private List<(double X, double Y)> Through(PathEdge edge, IReadOnlyList<string> chain)
    {
        var places = chain.Select(PlaceOf).ToList();
        places[0] = layout.Nodes[edge.From].At(Side.Right, Shift(edge, atStart: true));
        places[^1] = layout.Nodes[edge.To].At(Side.Left, Shift(edge, atStart: false));
        var curve = new List<(double X, double Y)> { places[0] };
        foreach (var (start, end) in places.Zip(places.Skip(1)))
        {
            var reach = 0.4 * (end.X - start.X);
            curve.AddRange([(start.X + reach, start.Y), (end.X - reach, end.Y), end]);
        }
        return curve;
    }

    // Arrows that meet at one side of a variable are spread along it in the order of where they come from.
    private double Shift(PathEdge edge, bool atStart)
    {
        var meeting = layers.Chains.Where(pair => atStart ? pair.Key.From == edge.From : pair.Key.To == edge.To)
            .OrderBy(pair => PlaceOf(atStart ? pair.Value[1] : pair.Value[^2]).Y).Select(pair => pair.Key).ToList();
        var node = layout.Nodes[atStart ? edge.From : edge.To];
        var step = Math.Min(MostSpread, 0.7 * node.Height / meeting.Count);
        return (meeting.IndexOf(edge) - ((meeting.Count - 1) / 2.0)) * step;
    }

    private (double X, double Y) PlaceOf(string name) =>
        layout.Passing.TryGetValue(name, out var place) ? place : (layout.Nodes[name].X, layout.Nodes[name].Y);

    private static (double X, double Y)[] Backwards(PlacedNode from, PlacedNode to)
    {
        var (start, end) = (from.At(Side.Below, 8), to.At(Side.Below, -8));
        var depth = 60 + (0.15 * Math.Abs(start.X - end.X));
        return [start, (start.X, start.Y + depth), (end.X, end.Y + depth), end];
    }

    private (double X, double Y)[] Arc(PathEdge edge, PlacedNode from, PlacedNode to)
    {
        var (first, second) = (SideOfArc(from), SideOfArc(to));
        var (start, end) = (from.At(first, ArcShift(edge, from)), to.At(second, ArcShift(edge, to)));
        var (width, height) = (Math.Abs(start.X - end.X), Math.Abs(start.Y - end.Y));
        var depth = first == second
            ? 20 + (0.42 * Math.Sqrt((width * width) + (height * height)))
            : 44 + (0.12 * width) + (0.55 * height);
        return [start, Out(start, first, depth), Out(end, second, depth), end];
    }

    // Nested arcs do not cross at their ends: at one variable the near ones from above stand highest, the far ones follow,
    // then the far ones from below, and the near ones from below stand lowest.
    private double ArcShift(PathEdge edge, PlacedNode node)
    {
        bool IsAt(PathEdge arc) => arc.Kind == PathKind.Covariance && arc.From != arc.To && (arc.From == node.Name || arc.To == node.Name);
        double Rise(PathEdge arc) => layout.Nodes[arc.From == node.Name ? arc.To : arc.From].Y - node.Y;
        var meeting = graph.Edges.Where(IsAt).OrderBy(arc => Rise(arc) >= 0).ThenBy(arc => -Rise(arc)).ToList();
        var extent = SideOfArc(node) is Side.Left or Side.Right ? node.Height : node.Width;
        return (meeting.IndexOf(edge) - ((meeting.Count - 1) / 2.0)) * Math.Min(8, 0.75 * extent / meeting.Count);
    }

    // Covariances bend round the outside of indicators, and round the free side of structural variables.
    private Side SideOfArc(PlacedNode node)
    {
        if (!graph.Structural.Contains(node.Name))
            return node.Outside;
        if (!graph.Indicators[node.Name].Any())
            return layers.Ordered[0].Contains(node.Name) ? Side.Left : Side.Right;
        return node.Outside == Side.Right ? Side.Left : Side.Right;
    }

    private static (double X, double Y) Out((double X, double Y) point, Side side, double depth) => side switch
    {
        Side.Left => (point.X - depth, point.Y),
        Side.Right => (point.X + depth, point.Y),
        Side.Above => (point.X, point.Y - depth),
        _ => (point.X, point.Y + depth),
    };

    private static (double X, double Y) Between((double X, double Y) a, (double X, double Y) b, double share) =>
        (a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y)));
}
