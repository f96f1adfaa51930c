using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Figures;

/// <summary>The marks of a figure as elements.</summary>
internal static class SvgMarks
{
    private const double DeepColour = 0.6;

    /// <summary>Draws a mark; bars are each as pale as they are, all else as one.</summary>
    public static void Draw(SvgCanvas canvas, PlotArea area, Mark mark) =>
        canvas.Faded(mark is BarMarks ? 1 : mark.Opacity, () => DrawWhole(canvas, area, mark));

    private static void DrawWhole(SvgCanvas canvas, PlotArea area, Mark mark)
    {
        switch (mark)
        {
            case PointMarks points: DrawPoints(canvas, area, points); break;
            case LineMark line: DrawLine(canvas, area, line); break;
            case BandMark band: DrawBand(canvas, area, band); break;
            case BarMarks bars: DrawBars(canvas, area, bars); break;
            case IntervalMarks intervals: DrawIntervals(canvas, area, intervals); break;
            case HeatMarks heat: DrawHeat(canvas, area, heat); break;
            case ReferenceLine line: DrawReference(canvas, area, line); break;
            case TextMark text: DrawText(canvas, area, text); break;
            case NodeMark node: SvgDiagram.DrawNode(canvas, area, node); break;
            case EdgeMark edge: SvgDiagram.DrawEdge(canvas, area, edge); break;
        }
    }

    public static void DrawPoint(SvgCanvas canvas, double x, double y, PointShape shape, Tone tone)
    {
        const double r = 4.2;
        switch (shape)
        {
            case PointShape.Square: canvas.Box(x - r + 0.4, y - r + 0.4, (2 * r) - 0.8, (2 * r) - 0.8, tone); break;
            case PointShape.Diamond: canvas.Area(Diamond(x, y, r + 1), tone); break;
            case PointShape.Ring: canvas.Ring(x, y, r - 0.4, tone); break;
            default: canvas.Disc(x, y, r, tone); break;
        }
    }

    public static void DrawInterval(SvgCanvas canvas, double x1, double y1, double x2, double y2, Tone tone)
    {
        const double cap = 3.5;
        var (dx, dy) = x1 == x2 ? (cap, 0.0) : (0.0, cap);
        canvas.Line(x1, y1, x2, y2, tone, 1.6);
        canvas.Line(x1 - dx, y1 - dy, x1 + dx, y1 + dy, tone, 1.6);
        canvas.Line(x2 - dx, y2 - dy, x2 + dx, y2 + dy, tone, 1.6);
    }

    private static string Diamond(double x, double y, double r) =>
        $"M{SvgCanvas.N(x)} {SvgCanvas.N(y - r)}L{SvgCanvas.N(x + r)} {SvgCanvas.N(y)}L{SvgCanvas.N(x)} {SvgCanvas.N(y + r)}L{SvgCanvas.N(x - r)} {SvgCanvas.N(y)}Z";

    private static void DrawPoints(SvgCanvas canvas, PlotArea area, PointMarks points)
    {
        for (var i = 0; i < points.X.Count; i++)
            DrawPoint(canvas, area.X(points.X[i]), area.Y(points.Y[i]), points.Shape, points.Tone);
    }

    private static void DrawLine(SvgCanvas canvas, PlotArea area, LineMark line) =>
        canvas.Path(
            "M" + string.Join("L", line.X.Zip(line.Y, (x, y) => $"{SvgCanvas.N(area.X(x))} {SvgCanvas.N(area.Y(y))}")),
            line.Tone,
            2,
            line.Stroke);

    private static void DrawBand(SvgCanvas canvas, PlotArea area, BandMark band)
    {
        var (forth, back) = (band.X.Zip(band.Lower), band.X.Zip(band.Upper).Reverse());
        if (band.X.Count > 1)
            canvas.Area("M" + string.Join("L", forth.Concat(back).Select(point => $"{SvgCanvas.N(area.X(point.First))} {SvgCanvas.N(area.Y(point.Second))}")) + "Z", band.Tone);
    }

    private static void DrawBars(SvgCanvas canvas, PlotArea area, BarMarks bars)
    {
        for (var i = 0; i < bars.At.Count; i++)
        {
            var (near, far) = (bars.At[i] - (bars.Thickness / 2), bars.At[i] + (bars.Thickness / 2));
            var (x1, x2) = bars.IsHorizontal ? (area.X(bars.From[i]), area.X(bars.To[i])) : (area.X(near), area.X(far));
            var (y1, y2) = bars.IsHorizontal ? (area.Y(near), area.Y(far)) : (area.Y(bars.From[i]), area.Y(bars.To[i]));
            if (x1 != x2 && y1 != y2)
                canvas.Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Abs(x2 - x1), Math.Abs(y2 - y1), bars.Tone, bars.Opacity);
        }
    }

    private static void DrawIntervals(SvgCanvas canvas, PlotArea area, IntervalMarks intervals)
    {
        for (var i = 0; i < intervals.At.Count; i++)
        {
            if (intervals.Lower[i] is not { } lower || intervals.Upper[i] is not { } upper)
                continue;
            if (intervals.IsHorizontal)
                DrawInterval(canvas, area.X(lower), area.Y(intervals.At[i]), area.X(upper), area.Y(intervals.At[i]), intervals.Tone);
            else
                DrawInterval(canvas, area.X(intervals.At[i]), area.Y(lower), area.X(intervals.At[i]), area.Y(upper), intervals.Tone);
        }
    }

    private static void DrawHeat(SvgCanvas canvas, PlotArea area, HeatMarks heat)
    {
        for (var i = 0; i < heat.Rows.Count; i++)
            for (var j = 0; j < heat.Rows[i].Count; j++)
                if (heat.Rows[i][j] is { } value)
                    DrawHeatCell(canvas, area, (i, j), value, heat);
    }

    private static void DrawHeatCell(SvgCanvas canvas, PlotArea area, (int Row, int Column) at, double value, HeatMarks heat)
    {
        var (x1, x2) = (area.X(at.Column - 0.5), area.X(at.Column + 0.5));
        var (y1, y2) = (Math.Min(area.Y(at.Row - 0.5), area.Y(at.Row + 0.5)), Math.Max(area.Y(at.Row - 0.5), area.Y(at.Row + 0.5)));
        var size = Math.Min(Math.Abs(value) / heat.Largest, 1);
        canvas.Box(x1 + 0.5, y1 + 0.5, x2 - x1 - 1, y2 - y1 - 1, value < 0 ? Tone.Vermilion : Tone.Blue, size);
        if (heat.Decimals is not { } places)
            return;
        var text = NumberText.Number(value, places, isBounded: true).Replace('-', '−');
        if (size > DeepColour)
            canvas.TextOnColour((x1 + x2) / 2, (y1 + y2) / 2, text, 10.5);
        else
            canvas.Text((x1 + x2) / 2, (y1 + y2) / 2, text, 10.5);
    }

    private static void DrawReference(SvgCanvas canvas, PlotArea area, ReferenceLine line)
    {
        if (line.IsHorizontal)
            canvas.Line(area.Left, area.Y(line.At), area.Right, area.Y(line.At), line.Tone, 1.4, line.Stroke);
        else
            canvas.Line(area.X(line.At), area.Top, area.X(line.At), area.Bottom, line.Tone, 1.4, line.Stroke);
    }

    private static void DrawText(SvgCanvas canvas, PlotArea area, TextMark text) =>
        canvas.Text(area.X(text.X) + text.Offset, area.Y(text.Y), text.Text, text.Size, text.Tone, text.Anchor, text.IsBold, hasGround: true);
}
