using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots.Paths;

/// <summary>
/// What measures each factor, for paper that is too narrow to place it around the factor: a band for each factor, with its indicators in
/// rows that end where the paper does, each with its loading below its name.
/// </summary>
internal static class IndicatorBands
{
    private const double Gap = 5;
    private const double Between = 14;
    private const double ArrowLength = 22;
    private const double LineHeight = 15;

    /// <summary>The bands below each other, from a height downwards; none where no factor has indicators.</summary>
    public static IReadOnlyList<Mark> Of(PathGraph graph, Func<string, string> label, double left, double top, double width)
    {
        var factors = graph.Structural.Where(name => graph.Indicators[name].Any()).Select(name => PlacedNode.Of(name, label(name), true)).ToList();
        var column = factors.Select(factor => factor.Width).DefaultIfEmpty(0).Max();
        var marks = new List<Mark>();
        foreach (var factor in factors)
        {
            var boxes = Boxes(graph, factor.Name, label, left + column + ArrowLength, top, left + width);
            var bottom = Math.Max(boxes[^1].Y + (boxes[^1].Height / 2), top + factor.Height);
            var middle = (top + bottom) / 2;
            marks.AddRange([PathMarks.Node(factor with { X = left + (column / 2), Y = middle }), Arrow(left + (column / 2) + (factor.Width / 2), left + column + ArrowLength - 3, middle), .. boxes]);
            top = bottom + Between;
        }
        return marks;
    }

    private static List<NodeMark> Boxes(PathGraph graph, string factor, Func<string, string> label, double left, double top, double right)
    {
        var boxes = new List<NodeMark>();
        var (x, y, row) = (left, top, 0.0);
        foreach (var edge in graph.Edges.Where(edge => edge.Kind == PathKind.Loading && edge.From == factor && graph.Indicators[factor].Contains(edge.To)))
        {
            var box = Box(edge, label(edge.To));
            if (x > left && x + box.Width > right)
                (x, y, row) = (left, y + row + Gap, 0);
            boxes.Add(Placed(box, x + (box.Width / 2), y + (box.Height / 2)));
            (x, row) = (x + box.Width + Gap, Math.Max(row, box.Height));
        }
        return boxes;
    }

    private static NodeMark Box(PathEdge edge, string label)
    {
        var node = PlacedNode.Of(edge.To, label, isLatent: false);
        var number = PathMarks.TextOf(edge);
        var lines = number.Length > 0 ? [.. node.Lines, number] : node.Lines;
        var width = Math.Max(node.Width, TextWidth.Of(number, PlacedNode.ObservedSize) + 8);
        return PathMarks.Node(node with { Lines = lines, Width = width, Height = 10 + (lines.Count * LineHeight) }, PathMarks.ToneOf(edge));
    }

    private static NodeMark Placed(NodeMark box, double x, double y) =>
        new() { X = x, Y = y, Width = box.Width, Height = box.Height, Lines = box.Lines, Tone = box.Tone, Size = box.Size };

    private static EdgeMark Arrow(double from, double to, double y) => new()
    {
        Curve = [(from, y), (from + ((to - from) / 3), y), (from + (2 * (to - from) / 3), y), (to, y)],
        Tone = Tone.Ink,
        Width = 1.2,
    };
}
