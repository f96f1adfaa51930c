using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>The stills of a sequence as small pictures: a row for each, its panels side by side.</summary>
internal static class SvgSequence
{
    private const double Gap = 18;
    private const double LabelHeight = 26;
    private const double LabelSize = 13;
    private const double RowHeight = 190;

    public static string Of(FigureSequence sequence)
    {
        var stills = sequence.Stills.Select(index => sequence.Frames[index]).ToList();
        var marks = stills[0].Panels.SelectMany(panel => panel.Marks).ToList();
        var canvas = new SvgCanvas();
        var top = SvgFigure.DrawTitle(canvas, sequence);
        top = Legend.Draw(canvas, marks, sequence.Width, SvgFigure.Edge, top);
        foreach (var still in stills)
        {
            canvas.Text(SvgFigure.Edge, top + (LabelHeight / 2), $"{sequence.Slider} = {still.Label}", LabelSize, Tone.Ink, Anchor.Start, isBold: true);
            DrawPanels(canvas, still.Panels, sequence.Width, top + LabelHeight);
            top += LabelHeight + RowHeight;
        }
        var height = (int)Math.Ceiling(top + SvgFigure.NoteHeight(sequence) + SvgFigure.Edge);
        SvgFigure.DrawNote(canvas, sequence, height);
        return SvgFigure.Document(sequence, height, canvas);
    }

    private static void DrawPanels(SvgCanvas canvas, IReadOnlyList<Figure> panels, double width, double top)
    {
        var each = (width - (2 * SvgFigure.Edge) - (Gap * (panels.Count - 1))) / panels.Count;
        for (var i = 0; i < panels.Count; i++)
        {
            var left = SvgFigure.Edge + (i * (each + Gap));
            SvgFigure.DrawMarks(canvas, panels[i], SvgAxes.Frame(panels[i], new(left, top, left + each, top + RowHeight - 6, panels[i].X, panels[i].Y)));
        }
    }
}
