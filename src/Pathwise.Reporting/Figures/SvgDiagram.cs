namespace Pathwise.Reporting.Figures;

/// <summary>Nodes and arrows of a diagram as elements. The axes of a diagram count pixels.</summary>
internal static class SvgDiagram
{
    public static void DrawNode(SvgCanvas canvas, PlotArea area, NodeMark node)
    {
        var (x, y) = (area.X(node.X), area.Y(node.Y));
        if (node.IsEllipse)
            canvas.Ellipse(x, y, node.Width / 2, node.Height / 2, node.Tone);
        else
            canvas.Outline(x - (node.Width / 2), y - (node.Height / 2), node.Width, node.Height, node.Tone, 2);
        var top = y - ((node.Lines.Count - 1) * node.Size * 0.6);
        for (var i = 0; i < node.Lines.Count; i++)
            canvas.Text(x, top + (i * node.Size * 1.2), node.Lines[i], node.Size, isBold: node.IsEllipse);
    }

    public static void DrawEdge(SvgCanvas canvas, PlotArea area, EdgeMark edge)
    {
        var curve = edge.Curve.Select(point => (X: area.X(point.X), Y: area.Y(point.Y))).ToList();
        canvas.Path(ArrowPath.Curve(curve), edge.Tone, edge.Width, edge.Stroke);
        canvas.Area(ArrowPath.Head(curve[^2], curve[^1], edge.Width), edge.Tone);
        if (edge.IsDoubleHeaded)
            canvas.Area(ArrowPath.Head(curve[1], curve[0], edge.Width), edge.Tone);
    }
}
