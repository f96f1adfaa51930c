using System.Text;
using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>A figure as a static picture: title, legend, axes, marks and note on paper of its own.</summary>
internal static class SvgFigure
{
    /// <summary>Pixels between the paper's edge and what is drawn.</summary>
    public const double Edge = 14;

    private const double TitleSize = 15;
    private const double NoteSize = 12.5;

    private const string Fonts = "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', 'DejaVu Sans', sans-serif";

    /// <summary>Pixels that the paper's edge takes at the left and at the right together.</summary>
    public const int Sides = 2 * (int)Edge;

    /// <summary>The height of a figure whose marks need so much of it, for its title, its legend row and its note.</summary>
    public static int HeightFor(string title, string note, int width, double marks, bool hasLegend = false) => (int)Math.Ceiling(
        (2 * Edge) + 8 + (TextWidth.Lines(title, TitleSize, width - (2 * Edge)).Count * TitleSize * 1.35)
        + (TextWidth.Lines(note, NoteSize, width - (2 * Edge)).Count * NoteSize * 1.35)
        + (note.Length > 0 ? 10 : 0) + (hasLegend ? 26 : 0) + marks);

    public static string Of(Figure figure)
    {
        var canvas = new SvgCanvas();
        var top = DrawTitle(canvas, figure);
        top = Legend.Draw(canvas, figure.Marks, figure.Width, Edge, top);
        var bottom = DrawNote(canvas, figure, figure.Height);
        DrawMarks(canvas, figure, SvgAxes.Frame(figure, new(Edge, top, figure.Width - Edge, bottom, figure.X, figure.Y)));
        return Document(figure, figure.Height, canvas);
    }

    public static void DrawMarks(SvgCanvas canvas, Figure figure, PlotArea area)
    {
        SvgAxes.DrawGrid(canvas, area);
        foreach (var mark in figure.Marks)
            SvgMarks.Draw(canvas, area, mark);
        SvgAxes.DrawLabels(canvas, area);
    }

    /// <summary>Draws the title and returns where the figure goes on below it.</summary>
    public static double DrawTitle(SvgCanvas canvas, Drawing figure)
    {
        var y = Edge;
        foreach (var line in TextWidth.Lines(figure.Title, TitleSize, figure.Width - (2 * Edge)))
        {
            canvas.Text(Edge, y + (TitleSize / 2), line, TitleSize, Tone.Ink, Anchor.Start, isBold: true);
            y += TitleSize * 1.35;
        }
        return y + 8;
    }

    /// <summary>The height that the note takes, with the room above it.</summary>
    public static double NoteHeight(Drawing figure) =>
        figure.Note.Length == 0 ? 0 : (TextWidth.Lines(figure.Note, NoteSize, figure.Width - (2 * Edge)).Count * NoteSize * 1.35) + 10;

    /// <summary>Draws the note at the foot of a paper of this height and returns where the figure must end above it.</summary>
    public static double DrawNote(SvgCanvas canvas, Drawing figure, int height)
    {
        var lines = TextWidth.Lines(figure.Note, NoteSize, figure.Width - (2 * Edge));
        var y = height - Edge - (lines.Count * NoteSize * 1.35);
        for (var i = 0; i < lines.Count; i++)
            canvas.Text(Edge, y + ((i + 0.5) * NoteSize * 1.35), lines[i], NoteSize, Tone.Muted, Anchor.Start);
        return lines.Count == 0 ? y : y - 10;
    }

    public static string Document(Drawing figure, int height, SvgCanvas canvas) => new StringBuilder()
        .Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"pw\" role=\"img\" width=\"").Append(figure.Width)
        .Append("\" height=\"").Append(height).Append("\" viewBox=\"0 0 ").Append(figure.Width).Append(' ').Append(height)
        .Append("\" style=\"max-width:100%;height:auto\" font-family=\"").Append(Fonts).Append("\">\n")
        .Append("<title>").Append(Markup.Escape(figure.Title)).Append("</title>\n")
        .Append("<desc>").Append(Markup.Escape(figure.AlternativeText)).Append("</desc>\n")
        .Append("<style>svg.pw:root{color-scheme:light dark}").Append(canvas.Rules).Append("</style>\n")
        .Append("<rect width=\"100%\" height=\"100%\" rx=\"4\" class=\"pw-paper\" fill=\"").Append(Palette.LightPaper).Append("\"/>\n")
        .Append(canvas.Body).Append("</svg>\n").ToString();
}
