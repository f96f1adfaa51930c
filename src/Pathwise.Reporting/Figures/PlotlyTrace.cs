using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Figures;

/// <summary>Marks as Plotly traces. Reference lines, words, nodes and arrows belong to the layout and have none.</summary>
internal static class PlotlyTrace
{
    public static IReadOnlyDictionary<string, object?>? Of(Figure figure, Mark mark) => mark switch
    {
        PointMarks points => Whole(Points(points), (figure.X, points.X), (figure.Y, points.Y)),
        LineMark line => Line(line),
        BandMark band => Band(band),
        BarMarks bars => Bars(bars),
        IntervalMarks { IsHorizontal: true } lying => Whole(Intervals(lying), (figure.X, Ends(lying)), (figure.Y, lying.At)),
        IntervalMarks standing => Whole(Intervals(standing), (figure.Y, Ends(standing)), (figure.X, standing.At)),
        HeatMarks heat => Heat(figure, heat),
        _ => null,
    };

    public static string Dash(Stroke stroke) => stroke switch
    {
        Stroke.Dashed => "dash",
        Stroke.Dotted => "dot",
        _ => "solid",
    };

    // What stands on the edge of the paper is not cut by it; what lies beyond is.
    private static Dictionary<string, object?> Whole(Dictionary<string, object?> trace, params ReadOnlySpan<(Axis Axis, IReadOnlyList<double> Values)> directions)
    {
        var isOnEdge = false;
        foreach (var (axis, values) in directions)
        {
            var (near, digits) = (0.01 * (axis.Max - axis.Min), 1e-9 * (axis.Max - axis.Min));
            if (values.Any(value => value < axis.Min - digits || value > axis.Max + digits))
                return trace;
            isOnEdge |= values.Any(value => value < axis.Min + near || value > axis.Max - near);
        }

        if (isOnEdge)
            trace["cliponaxis"] = false;
        return trace;
    }

    private static IReadOnlyList<double> Ends(IntervalMarks intervals) => [.. intervals.Lower.Concat(intervals.Upper).OfType<double>()];

    private static Dictionary<string, object?> Points(PointMarks points) => With(points, "scatter", new()
    {
        ["mode"] = "markers",
        ["x"] = points.X,
        ["y"] = points.Y,
        ["marker"] = new Dictionary<string, object?> { ["color"] = Palette.Light(points.Tone), ["size"] = 8, ["symbol"] = Symbol(points.Shape) },
    });

    private static Dictionary<string, object?> Line(LineMark line) => With(line, "scatter", new()
    {
        ["mode"] = "lines",
        ["x"] = line.X,
        ["y"] = line.Y,
        ["line"] = new Dictionary<string, object?> { ["color"] = Palette.Light(line.Tone), ["width"] = 2, ["dash"] = Dash(line.Stroke) },
    });

    private static Dictionary<string, object?> Band(BandMark band) => With(band, "scatter", new()
    {
        ["mode"] = "lines",
        ["x"] = band.X.Concat(band.X.Reverse()).ToArray(),
        ["y"] = band.Lower.Concat(band.Upper.Reverse()).ToArray(),
        ["fill"] = "toself",
        ["fillcolor"] = Palette.Light(band.Tone),
        ["line"] = new Dictionary<string, object?> { ["color"] = Palette.Light(band.Tone), ["width"] = 0 },
        ["hoverinfo"] = "skip",
    });

    private static Dictionary<string, object?> Bars(BarMarks bars) => With(bars, "bar", new()
    {
        ["orientation"] = bars.IsHorizontal ? "h" : "v",
        [bars.IsHorizontal ? "y" : "x"] = bars.At,
        [bars.IsHorizontal ? "x" : "y"] = bars.From.Zip(bars.To, (from, to) => to - from).ToArray(),
        ["base"] = bars.From,
        ["width"] = bars.Thickness,
        ["marker"] = new Dictionary<string, object?> { ["color"] = Palette.Light(bars.Tone) },
    });

    private static Dictionary<string, object?> Intervals(IntervalMarks intervals)
    {
        var kept = Enumerable.Range(0, intervals.At.Count)
            .Where(i => intervals.Lower[i] is not null && intervals.Upper[i] is not null)
            .Select(i => (At: intervals.At[i], Lower: intervals.Lower[i]!.Value, Upper: intervals.Upper[i]!.Value)).ToArray();
        var (along, across) = intervals.IsHorizontal ? ("x", "y") : ("y", "x");
        return With(intervals, "scatter", new()
        {
            ["mode"] = "markers",
            [across] = kept.Select(interval => interval.At).ToArray(),
            [along] = kept.Select(interval => (interval.Lower + interval.Upper) / 2).ToArray(),
            ["error_" + along] = new Dictionary<string, object?>
            {
                ["type"] = "data",
                ["array"] = kept.Select(interval => (interval.Upper - interval.Lower) / 2).ToArray(),
                ["color"] = Palette.Light(intervals.Tone),
                ["thickness"] = 1.6,
                ["width"] = 3.5,
            },
            ["marker"] = new Dictionary<string, object?> { ["color"] = Palette.Light(intervals.Tone), ["symbol"] = "line-ew-open", ["size"] = 1 },
        });
    }

    private static Dictionary<string, object?> Heat(Figure figure, HeatMarks heat) => With(heat, "heatmap", new()
    {
        ["x"] = figure.X.Ticks.Select(tick => tick.Value).ToArray(),
        ["y"] = figure.Y.Ticks.Select(tick => tick.Value).ToArray(),
        ["z"] = heat.Rows,
        ["zmin"] = -heat.Largest,
        ["zmax"] = heat.Largest,
        ["xgap"] = 1,
        ["ygap"] = 1,
        ["colorscale"] = new object[] { new object[] { 0, Palette.Light(Tone.Vermilion) }, new object[] { 0.5, Palette.LightPaper }, new object[] { 1, Palette.Light(Tone.Blue) } },
        ["text"] = heat.Decimals is { } places ? heat.Rows.Select(row => row.Select(value => value is null ? "" : NumberText.Number(value, places, true)).ToArray()).ToArray() : null,
        ["texttemplate"] = heat.Decimals is null ? null : "%{text}",
        ["hoverongaps"] = false,
        ["showscale"] = false,
    });

    private static Dictionary<string, object?> With(Mark mark, string type, Dictionary<string, object?> properties)
    {
        var trace = new Dictionary<string, object?> { ["type"] = type, ["name"] = mark.Name is null ? "" : Markup.Escape(mark.Name), ["showlegend"] = mark.Name is not null };
        if (mark is BarMarks || mark.Opacity < 1)
            trace["opacity"] = mark.Opacity;
        foreach (var (name, value) in properties.Where(property => property.Value is not null))
            trace[name] = value;
        return trace;
    }

    private static string Symbol(PointShape shape) => shape switch
    {
        PointShape.Square => "square",
        PointShape.Diamond => "diamond",
        PointShape.Ring => "circle-open",
        _ => "circle",
    };
}
