using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots.Paths;

/// <summary>Variables and the arrows between them, from left to right or from the top down.</summary>
internal static class StructuralPicture
{
    /// <summary>From left to right.</summary>
    public static IReadOnlyList<Mark> Of(PathGraph graph, Func<string, string> label) => Of(graph, label, isTurned: false);

    /// <summary>In the direction that fits a width: the first of the two that does, else the narrower one.</summary>
    public static IReadOnlyList<Mark> Within(double width, PathGraph graph, Func<string, string> label, bool isDownwardsFirst)
    {
        var first = Of(graph, label, isDownwardsFirst);
        if (PathFrame.Around(first).Width <= width)
            return first;
        var second = Of(graph, label, !isDownwardsFirst);
        return PathFrame.Around(first).Width <= PathFrame.Around(second).Width ? first : second;
    }

    private static IReadOnlyList<Mark> Of(PathGraph graph, Func<string, string> label, bool isTurned)
    {
        var layers = new Layers(graph);
        var layout = new PathLayout(graph, layers, label, isTurned);
        var routes = new PathRoutes(graph, layers, layout);
        var curves = graph.Edges.Where(edge => edge.From != edge.To).Select(edge => new PathCurve(edge, routes.Of(edge))).ToList();
        return isTurned
            ? PathMarks.Of([.. curves.Select(curve => curve.Turned())], [.. layout.Nodes.Values.Select(node => node.Turned())])
            : PathMarks.Of(curves, [.. layout.Nodes.Values]);
    }
}
