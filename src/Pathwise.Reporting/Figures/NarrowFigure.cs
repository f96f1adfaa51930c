namespace Pathwise.Reporting.Figures;

/// <summary>A figure laid out anew for a window as narrow as a phone's, its letters as large as before.</summary>
internal static class NarrowFigure
{
    private const int Width = 340;
    private const double SmallestCell = 27;
    private const double AxisRoom = 90;

    /// <summary>The narrow figure; null where its cells would be too small for their numbers, or where it is narrow already.</summary>
    public static Figure? Of(Figure figure)
    {
        if (figure.X.IsHidden || figure.Width <= Width || figure.Marks.Any(IsTooDense))
            return null;
        var height = figure.Height + Rows(figure, Width) - Rows(figure, figure.Width) + Names(figure, Width) - Names(figure, figure.Width);
        return Of(figure, height + Math.Max(0, SvgAxes.Below(Of(figure, height)) - SvgAxes.Below(figure)));
    }

    private static Figure Of(Figure figure, double height) => new()
    {
        Title = figure.Title,
        AlternativeText = figure.AlternativeText,
        Note = figure.Note,
        Width = Width,
        Height = (int)Math.Ceiling(height),
        X = figure.X,
        Y = figure.Y,
        Marks = figure.Marks,
    };

    // Title, legend and note take more lines on narrow paper.
    private static int Rows(Figure figure, int width) =>
        SvgFigure.HeightFor(figure.Title, figure.Note, width, Legend.Height(figure.Marks, width));

    // So do the names of its rows.
    private static double Names(Figure figure, int width) =>
        figure.Y.IsOfNames ? figure.Y.Ticks.Count * SvgAxes.RowHeight(figure.Y.Ticks.Select(tick => tick.Label), width - SvgFigure.Sides) : 0;

    private static bool IsTooDense(Mark mark) => mark is HeatMarks { Decimals: not null } heat
        && heat.Rows.Select(row => row.Count).DefaultIfEmpty(0).Max() * SmallestCell > Width - AxisRoom;
}
