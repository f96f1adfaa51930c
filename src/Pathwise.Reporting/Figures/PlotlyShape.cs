using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>Marks that Plotly draws as shapes of its layout: reference lines, nodes, arrows.</summary>
internal static class PlotlyShape
{
    public static IEnumerable<Dictionary<string, object?>> Of(Mark mark) => mark switch
    {
        ReferenceLine line => [Reference(line)],
        NodeMark node => [Node(node)],
        EdgeMark edge => Edge(edge),
        _ => [],
    };

    private static Dictionary<string, object?> Reference(ReferenceLine line)
    {
        var (along, across) = line.IsHorizontal ? ("x", "y") : ("y", "x");
        return new()
        {
            ["type"] = "line",
            [along + "ref"] = "paper",
            [along + "0"] = 0,
            [along + "1"] = 1,
            [across + "0"] = line.At,
            [across + "1"] = line.At,
            ["line"] = LineOf(line.Tone, 1.4, line.Stroke),
        };
    }

    private static Dictionary<string, object?> Node(NodeMark node) => new()
    {
        ["type"] = node.IsEllipse ? "circle" : "rect",
        ["x0"] = node.X - (node.Width / 2),
        ["x1"] = node.X + (node.Width / 2),
        ["y0"] = node.Y - (node.Height / 2),
        ["y1"] = node.Y + (node.Height / 2),
        ["fillcolor"] = Palette.LightPaper,
        ["line"] = LineOf(node.Tone, 1.3, Stroke.Solid),
    };

    private static IEnumerable<Dictionary<string, object?>> Edge(EdgeMark edge)
    {
        yield return new() { ["type"] = "path", ["path"] = ArrowPath.Curve(edge.Curve), ["line"] = LineOf(edge.Tone, edge.Width, edge.Stroke) };
        yield return Head(edge, ArrowPath.Head(edge.Curve[^2], edge.Curve[^1], edge.Width));
        if (edge.IsDoubleHeaded)
            yield return Head(edge, ArrowPath.Head(edge.Curve[1], edge.Curve[0], edge.Width));
    }

    private static Dictionary<string, object?> Head(EdgeMark edge, string path) =>
        new() { ["type"] = "path", ["path"] = path, ["fillcolor"] = Palette.Light(edge.Tone), ["line"] = new Dictionary<string, object?> { ["width"] = 0 } };

    private static Dictionary<string, object?> LineOf(Tone tone, double width, Stroke stroke) =>
        new() { ["color"] = Palette.Light(tone), ["width"] = width, ["dash"] = PlotlyTrace.Dash(stroke) };
}
