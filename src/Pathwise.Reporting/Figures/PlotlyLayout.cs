using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>The layout of a Plotly figure: title, axes, shapes and words.</summary>
internal static class PlotlyLayout
{
    internal const double NoteSize = 11;
    private const int LegendRow = 20;

    public static IReadOnlyDictionary<string, object?> Of(Figure figure)
    {
        var legend = LegendRows(figure);
        var note = TextWidth.Lines(figure.Note, NoteSize, Math.Max(figure.Width - 40 - Beside(figure.Y), 160));
        return new Dictionary<string, object?>
        {
            ["title"] = new Dictionary<string, object?> { ["text"] = Markup.Escape(figure.Title), ["x"] = 0.02, ["xanchor"] = "left", ["yref"] = "container", ["y"] = 1 - (16.0 / figure.Height), ["yanchor"] = "top", ["font"] = Font(15) },
            ["width"] = figure.Width,
            ["height"] = figure.Height + 20 + (LegendRow * legend),
            ["margin"] = new Dictionary<string, object?> { ["l"] = 20, ["r"] = 20, ["t"] = 44 + (LegendRow * legend), ["b"] = Below(figure.X) + (15 * note.Count) },
            ["font"] = Font(12),
            ["paper_bgcolor"] = Palette.LightPaper,
            ["plot_bgcolor"] = Palette.LightPaper,
            ["meta"] = new Dictionary<string, object?> { ["kind"] = figure.X.IsHidden ? "diagram" : "chart", ["note"] = figure.Note },
            ["barmode"] = "overlay",
            ["legend"] = new Dictionary<string, object?> { ["orientation"] = "h", ["itemsizing"] = "constant", ["x"] = 0, ["y"] = 1, ["yanchor"] = "bottom" },
            ["xaxis"] = AxisOf(figure.X),
            ["yaxis"] = AxisOf(figure.Y),
            ["shapes"] = figure.Marks.SelectMany(PlotlyShape.Of).ToArray(),
            ["annotations"] = figure.Marks.SelectMany(Words).Concat(Note(note, figure.X)).ToArray(),
        };
    }

    // Plotly gives every entry the width of the longest.
    private static int LegendRows(Figure figure)
    {
        var names = figure.Marks.Select(mark => mark.Name).OfType<string>().Distinct().ToList();
        var widest = names.Select(name => TextWidth.Of(name, 12)).DefaultIfEmpty(0).Max() + 50;
        return (int)Math.Ceiling(names.Count * widest / Math.Max(figure.Width - 140, 1));
    }

    // Room below the axis for its labels and its title.
    private static int Below(Axis x) => x.IsHidden ? 12 : x.Title.Length > 0 ? 66 : 42;

    // Room beside the axis for the same; a note begins where it ends.
    private static double Beside(Axis y) => y.IsHidden ? 0 : y.Ticks.Select(tick => TextWidth.Of(tick.Label, 12)).DefaultIfEmpty(0).Max() + (y.Title.Length > 0 ? 28 : 8);

    internal static Dictionary<string, object?> AxisOf(Axis axis) => new()
    {
        ["title"] = new Dictionary<string, object?> { ["text"] = Markup.Escape(axis.Title) },
        ["range"] = axis.IsReversed ? new[] { axis.Max, axis.Min } : [axis.Min, axis.Max],
        ["tickvals"] = axis.Ticks.Select(tick => tick.Value).ToArray(),
        ["ticktext"] = axis.Ticks.Select(tick => Markup.Escape(tick.Label)).ToArray(),
        ["showgrid"] = axis.HasGrid,
        ["gridcolor"] = "#e3e6ea",
        ["zeroline"] = false,
        ["automargin"] = true,
        ["visible"] = !axis.IsHidden,
    };

    internal static IEnumerable<Dictionary<string, object?>> Words(Mark mark)
    {
        if (mark is TextMark text)
            yield return Annotation(text.X, text.Y, Bold(Markup.Escape(text.Text), text.IsBold), text.Size, text.Tone, text.Anchor, text.Offset, hasGround: true);
        if (mark is NodeMark node)
            yield return Annotation(node.X, node.Y, Bold(string.Join("<br>", node.Lines.Select(Markup.Escape)), node.IsEllipse), node.Size, Tone.Ink, Anchor.Middle, 0);
    }

    internal static Dictionary<string, object?> Annotation(double x, double y, string text, double size, Tone tone, Anchor anchor, double offset, bool hasGround = false) => new()
    {
        ["x"] = x,
        ["y"] = y,
        ["text"] = text,
        ["showarrow"] = false,
        ["bgcolor"] = hasGround ? Palette.LightPaper : null,
        ["xanchor"] = anchor switch { Anchor.Start => "left", Anchor.End => "right", _ => "center" },
        ["yanchor"] = "middle",
        ["xshift"] = offset,
        ["font"] = new Dictionary<string, object?> { ["size"] = size, ["color"] = Palette.Light(tone) },
    };

    private static IEnumerable<Dictionary<string, object?>> Note(IReadOnlyList<string> lines, Axis x)
    {
        if (lines.Count == 0)
            yield break;
        var words = Annotation(0, 0, string.Join("<br>", lines.Select(Markup.Escape)), NoteSize, Tone.Muted, Anchor.Start, 0);
        words["xref"] = words["yref"] = "paper";
        words["yanchor"] = "top";
        words["align"] = "left";
        words["yshift"] = 12 - Below(x);
        yield return words;
    }

    private static string Bold(string text, bool isBold) => isBold ? $"<b>{text}</b>" : text;

    internal static Dictionary<string, object?> Font(double size) =>
        new() { ["family"] = "Helvetica, Arial, sans-serif", ["size"] = size, ["color"] = Palette.Light(Tone.Ink) };
}
