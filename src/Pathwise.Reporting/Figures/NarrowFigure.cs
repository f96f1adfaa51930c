namespace Pathwise.Reporting.Figures;

/// <summary>A figure laid out anew for a window as narrow as a phone's, its letters as large as before.</summary>
internal static class NarrowFigure
{
    private const int Width = 340;
    private const double SmallestCell = 27;
    private const double AxisRoom = 90;

    /// <summary>The narrow figure; null where its cells would be too small for their numbers, or where it is narrow already.</summary>
    public static Figure? Of(Figure figure) => figure.X.IsHidden || figure.Width <= Width || figure.Marks.Any(IsTooDense) ? null : new()
    {
        Title = figure.Title,
        AlternativeText = figure.AlternativeText,
        Note = figure.Note,
        Width = Width,
        Height = figure.Height + Rows(figure, Width) - Rows(figure, figure.Width),
        X = figure.X,
        Y = figure.Y,
        Marks = figure.Marks,
    };

    // Title, legend and note take more lines on narrow paper.
    private static int Rows(Figure figure, int width) =>
        SvgFigure.HeightFor(figure.Title, figure.Note, width, Legend.Height(figure.Marks, width));

    private static bool IsTooDense(Mark mark) => mark is HeatMarks { Decimals: not null } heat
        && heat.Rows.Select(row => row.Count).DefaultIfEmpty(0).Max() * SmallestCell > Width - AxisRoom;
}
