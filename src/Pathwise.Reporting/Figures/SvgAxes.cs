using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>The axes of a figure: how much room their labels take, grid lines, labels and titles.</summary>
internal static class SvgAxes
{
    private const double Size = 12;
    private const double LineHeight = 15;

    /// <summary>The rectangle that is left when labels and titles of both axes have their room.</summary>
    public static PlotArea Frame(Figure figure, PlotArea room)
    {
        if (figure.X.IsHidden)
            return room with { Right = room.Left + figure.X.Max - figure.X.Min, Bottom = room.Top + figure.Y.Max - figure.Y.Min };
        var left = room.Left + LabelWidth(figure.Y, figure.Width) + (figure.Y.Title.Length > 0 ? 30 : 12);
        var overhang = figure.X.Ticks.Count == 0 ? 0 : TextWidth.Of(figure.X.Ticks[^1].Label, Size) / 2;
        var framed = room with { Left = left, Right = room.Right - (figure.X.IsOfNames ? 4 : Math.Max(overhang - 4, 4)), Top = room.Top + 4 };
        var lines = AreUpright(framed) ? UprightHeight(figure.X) + 4 : LineHeight * MostLines(framed);
        return framed with { Bottom = room.Bottom - lines - 8 - (figure.X.Title.Length > 0 ? 22 : 0) };
    }

    /// <summary>The height of the rows of a figure whose rows have these names.</summary>
    public static double RowHeight(IEnumerable<string> names, double width) =>
        names.Select(name => TextWidth.Lines(name, Size, LongestLabel(width)).Count).DefaultIfEmpty(1).Max() is var lines and > 1 ? (lines * LineHeight) + 3 : 23;

    /// <summary>The height that labels and title of the horizontal axis of a figure take.</summary>
    public static double Below(Figure figure)
    {
        var room = new PlotArea(SvgFigure.Edge, 0, figure.Width - SvgFigure.Edge, figure.Height, figure.X, figure.Y);
        return room.Bottom - Frame(figure, room).Bottom;
    }

    public static void DrawGrid(SvgCanvas canvas, PlotArea area)
    {
        if (area.XAxis.HasGrid)
            foreach (var tick in area.XAxis.Ticks)
                canvas.Line(area.X(tick.Value), area.Top, area.X(tick.Value), area.Bottom, Tone.Muted, 0.8, Stroke.Solid, 0.25);
        if (area.YAxis.HasGrid)
            foreach (var tick in area.YAxis.Ticks)
                canvas.Line(area.Left, area.Y(tick.Value), area.Right, area.Y(tick.Value), Tone.Muted, 0.8, Stroke.Solid, 0.25);
    }

    public static void DrawLabels(SvgCanvas canvas, PlotArea area)
    {
        if (area.XAxis.IsHidden)
            return;
        if (!area.XAxis.IsOfNames || area.YAxis.HasGrid)
            canvas.Line(area.Left, area.Bottom, area.Right, area.Bottom, Tone.Muted, 1);
        if (!area.YAxis.IsOfNames && !area.YAxis.HasGrid)
            canvas.Line(area.Left, area.Top, area.Left, area.Bottom, Tone.Muted, 1);
        DrawHorizontal(canvas, area);
        DrawVertical(canvas, area);
    }

    private static void DrawHorizontal(SvgCanvas canvas, PlotArea area)
    {
        var upright = AreUpright(area);
        foreach (var tick in Seen(area))
        {
            if (upright)
                canvas.Text(area.X(tick.Value), area.Bottom + 6, tick.Label, Size, Tone.Ink, Anchor.End, isUpwards: true);
            else
                DrawLines(canvas, TextWidth.Lines(tick.Label, Size, RoomFor(area)), area.X(tick.Value), area.Bottom + 4 + (LineHeight / 2), Anchor.Middle);
        }
        if (area.XAxis.Title.Length > 0)
            canvas.Text((area.Left + area.Right) / 2, TitleY(area, upright), area.XAxis.Title, Size, Tone.Ink);
    }

    private static void DrawVertical(SvgCanvas canvas, PlotArea area)
    {
        foreach (var tick in area.YAxis.Ticks)
        {
            var lines = TextWidth.Lines(tick.Label, Size, LongestLabel(area.Right));
            DrawLines(canvas, lines, area.Left - 8, area.Y(tick.Value) - ((lines.Count - 1) * LineHeight / 2), Anchor.End);
        }
        if (area.YAxis.Title.Length > 0)
            canvas.Text(area.Left - LabelWidth(area.YAxis, area.Right) - 22, (area.Top + area.Bottom) / 2, area.YAxis.Title, Size, Tone.Ink, isUpwards: true);
    }

    private static void DrawLines(SvgCanvas canvas, IReadOnlyList<string> lines, double x, double y, Anchor anchor)
    {
        for (var i = 0; i < lines.Count; i++)
            canvas.Text(x, y + (i * LineHeight), lines[i], Size, Tone.Ink, anchor);
    }

    private static double TitleY(PlotArea area, bool upright) =>
        area.Bottom + 18 + (upright ? UprightHeight(area.XAxis) + 4 : LineHeight * MostLines(area));

    private static double LongestLabel(double width) => 0.4 * width;

    private static double LabelWidth(Axis axis, double width) =>
        axis.Ticks.SelectMany(tick => TextWidth.Lines(tick.Label, Size, LongestLabel(width))).Select(line => TextWidth.Of(line, Size)).DefaultIfEmpty(0).Max();

    // Upright names stand on one line.
    private static double UprightHeight(Axis axis) => axis.Ticks.Select(tick => TextWidth.Of(tick.Label, Size)).DefaultIfEmpty(0).Max();

    private static double RoomFor(PlotArea area) => Math.Max(((area.Right - area.Left) / Math.Max(Seen(area).Count, 1)) - 6, 20);

    // Of numbers that would meet, every second one, or every third.
    private static IReadOnlyList<Tick> Seen(PlotArea area)
    {
        var ticks = area.XAxis.Ticks;
        var room = (area.Right - area.Left) / Math.Max(ticks.Count, 1);
        var widest = ticks.Select(tick => TextWidth.Of(tick.Label, Size)).DefaultIfEmpty(0).Max() + 2;
        return widest <= room || ticks.Any(tick => tick.Label.Any(char.IsLetter)) ? ticks : [.. ticks.Where((_, i) => i % (int)Math.Ceiling(widest / room) == 0)];
    }

    private static int MostLines(PlotArea area) =>
        Seen(area).Select(tick => TextWidth.Lines(tick.Label, Size, RoomFor(area)).Count).DefaultIfEmpty(1).Max();

    // Names stand upright when even broken into lines they would not fit beside each other.
    private static bool AreUpright(PlotArea area) =>
        Seen(area).SelectMany(tick => tick.Label.Split(' ')).Any(word => TextWidth.Of(word, Size) > RoomFor(area) + 2);
}
