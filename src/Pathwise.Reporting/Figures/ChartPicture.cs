using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Figures;

/// <summary>
/// A chart of Plotly.NET as a figure of ours, from which a static picture comes: Plotly itself draws only in a browser that runs its script.
/// Points, lines, bars, intervals and cells between two even axes; a chart of anything else has no picture.
/// </summary>
internal static class ChartPicture
{
    private static readonly Tone[] Tones = [Tone.Blue, Tone.Vermilion, Tone.Green, Tone.Purple, Tone.Amber];

    /// <summary>The figure; null where the chart holds nothing, or what has no mark.</summary>
    public static Figure? Of(PlotlyChart chart)
    {
        var traces = chart.Data.OfType<IReadOnlyDictionary<string, object?>>().ToList();
        var x = new ChartAxis(chart.Layout.Part("xaxis"), Values(traces, "x"));
        var y = new ChartAxis(chart.Layout.Part("yaxis"), Values(traces, "y"));
        var marks = new ChartMarks(x, y);
        var drawn = Shapes(chart).Select(marks.OfShape).Select(mark => mark is null ? null : new[] { mark } as IReadOnlyList<Mark>)
            .Concat(traces.Select((trace, i) => marks.OfTrace(trace, Tones[i % Tones.Length]))).ToList();
        return !x.IsKnown || !y.IsKnown || drawn.Contains(null) || HaveBarsBeside(chart, traces) || !drawn.Exists(each => each!.Any(IsOfData))
            ? null
            : Of(chart, x, y, [.. drawn.SelectMany(each => each!), .. Texts(chart, x, y)]);
    }

    private static Figure Of(PlotlyChart chart, ChartAxis x, ChartAxis y, List<Mark> marks) => new()
    {
        Title = chart.Title,
        AlternativeText = "Chart of Plotly.NET. " + string.Join(" ", marks.Where(IsOfData).Select(Words)),
        Note = string.Join(" ", Annotations(chart).Where(IsNote).Select(note => note.Words("text"))),
        Width = (int)(chart.Layout.Number("width") ?? 640),
        Height = (int)(chart.Layout.Number("height") ?? 400),
        X = x.ToAxis(marks.SelectMany(mark => Covered(mark, isAcross: true))),
        Y = y.ToAxis(marks.SelectMany(mark => Covered(mark, isAcross: false))),
        Marks = marks,
    };

    private static IEnumerable<object?> Values(IEnumerable<IReadOnlyDictionary<string, object?>> traces, string name) =>
        traces.SelectMany(trace => trace.List(name) ?? []);

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Shapes(PlotlyChart chart) =>
        (chart.Layout.List("shapes") ?? []).OfType<IReadOnlyDictionary<string, object?>>();

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Annotations(PlotlyChart chart) =>
        (chart.Layout.List("annotations") ?? []).OfType<IReadOnlyDictionary<string, object?>>();

    private static bool IsNote(IReadOnlyDictionary<string, object?> annotation) => annotation.Words("xref") == "paper" || annotation.Words("yref") == "paper";

    // Plotly sets bars of several traces beside each other, unless it is told to lay them over each other.
    private static bool HaveBarsBeside(PlotlyChart chart, IEnumerable<IReadOnlyDictionary<string, object?>> traces) =>
        chart.Layout.Words("barmode") != "overlay" && traces.Count(trace => trace.Words("type") == "bar") > 1;

    private static IEnumerable<TextMark> Texts(PlotlyChart chart, ChartAxis x, ChartAxis y) =>
        from annotation in Annotations(chart)
        where !IsNote(annotation)
        let across = x.At(annotation.GetValueOrDefault("x"))
        let up = y.At(annotation.GetValueOrDefault("y"))
        where across is not null && up is not null
        select new TextMark { X = across.Value, Y = up.Value, Text = annotation.Words("text"), Tone = Tone.Ink, Anchor = AnchorOf(annotation.Words("xanchor")), Offset = annotation.Number("xshift") ?? 0 };

    private static Anchor AnchorOf(string side) => side switch { "left" => Anchor.Start, "right" => Anchor.End, _ => Anchor.Middle };

    private static IEnumerable<double?> Covered(Mark mark, bool isAcross) => mark switch
    {
        PointMarks points => (isAcross ? points.X : points.Y).Cast<double?>(),
        LineMark line => (isAcross ? line.X : line.Y).Cast<double?>(),
        BandMark band => (isAcross ? band.X : band.Lower.Concat(band.Upper)).Cast<double?>(),
        BarMarks bars when bars.IsHorizontal == isAcross => bars.From.Concat(bars.To).Cast<double?>(),
        BarMarks bars => bars.At.SelectMany(at => new double?[] { at - (bars.Thickness / 2), at + (bars.Thickness / 2) }),
        IntervalMarks intervals when intervals.IsHorizontal == isAcross => intervals.Lower.Concat(intervals.Upper),
        IntervalMarks intervals => intervals.At.Cast<double?>(),
        HeatMarks heat => [-0.5, (isAcross ? heat.Rows.Max(row => row.Count) : heat.Rows.Count) - 0.5],
        ReferenceLine line when line.IsHorizontal != isAcross => [line.At],
        _ => [],
    };

    private static bool IsOfData(Mark mark) => mark is PointMarks or LineMark or BandMark or BarMarks or IntervalMarks or HeatMarks;

    private static string Words(Mark mark)
    {
        var (kind, count) = mark switch
        {
            PointMarks points => ("points", points.X.Count),
            LineMark line => ("points of a line", line.X.Count),
            BandMark band => ("points of a band", band.X.Count),
            BarMarks bars => ("bars", bars.At.Count),
            IntervalMarks intervals => ("intervals", intervals.At.Count),
            HeatMarks heat => ("rows of cells", heat.Rows.Count),
            _ => ("marks", 1),
        };
        return $"{(mark.Name is { } name ? name + ": " : "")}{Rounding.Text(count, 0)} {kind}.";
    }
}
