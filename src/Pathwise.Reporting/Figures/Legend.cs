using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>The named marks, in rows below the title.</summary>
internal static class Legend
{
    private const double Size = 12;
    private const double Row = 20;
    private const double Symbol = 22;

    /// <summary>Draws the legend and returns where the figure goes on below it.</summary>
    public static double Draw(SvgCanvas canvas, IReadOnlyList<Mark> marks, double width, double left, double top)
    {
        var (x, y) = (left, top);
        foreach (var mark in marks.Where(mark => mark.Name is not null).DistinctBy(mark => mark.Name))
        {
            var taken = Symbol + 6 + TextWidth.Of(mark.Name!, Size) + 16;
            if (x > left && x + taken > width - left)
                (x, y) = (left, y + Row);
            var (from, middle) = (x, y + (Row / 2));
            canvas.Faded(mark is BarMarks ? 1 : mark.Opacity, () => DrawSymbol(canvas, mark, from, middle));
            canvas.Text(x + Symbol + 6, middle, mark.Name!, Size, Tone.Ink, Anchor.Start);
            x += taken;
        }
        return x > left ? y + Row + 6 : top;
    }

    /// <summary>The height that the rows of the legend take on paper of this width.</summary>
    public static double Height(IReadOnlyList<Mark> marks, double width) => Draw(new SvgCanvas(), marks, width, SvgFigure.Edge, 0);

    private static void DrawSymbol(SvgCanvas canvas, Mark mark, double x, double y)
    {
        var middle = x + (Symbol / 2);
        switch (mark)
        {
            case PointMarks points: SvgMarks.DrawPoint(canvas, middle, y, points.Shape, points.Tone); break;
            case LineMark line: canvas.Line(x, y, x + Symbol, y, line.Tone, 2, line.Stroke); break;
            case ReferenceLine line: canvas.Line(x, y, x + Symbol, y, line.Tone, 1.4, line.Stroke); break;
            case EdgeMark edge: canvas.Line(x, y, x + Symbol, y, edge.Tone, 2, edge.Stroke); break;
            case IntervalMarks interval: SvgMarks.DrawInterval(canvas, x, y, x + Symbol, y, interval.Tone); break;
            default: canvas.Box(x + 4, y - 6, Symbol - 8, 12, mark.Tone, mark is BarMarks ? mark.Opacity : 1); break;
        }
    }
}
