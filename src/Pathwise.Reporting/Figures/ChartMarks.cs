using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>The traces and shapes of a Plotly chart as marks; null for those of a kind that has no mark.</summary>
internal sealed class ChartMarks(ChartAxis x, ChartAxis y)
{
    private const int FewPoints = 20;

    /// <summary>The marks of a trace; <paramref name="tone"/> is its colour where it has none of ours.</summary>
    public IReadOnlyList<Mark>? OfTrace(IReadOnlyDictionary<string, object?> trace, Tone tone) => trace.Words("type") switch
    {
        _ when trace.Words("xaxis") is not ("" or "x") || trace.Words("yaxis") is not ("" or "y") => null,
        "scatter" or "scattergl" when trace.Words("fill") is "" or "none" => Scatter(trace, tone),
        "bar" => Bars(trace, tone),
        "heatmap" => Heat(trace),
        _ => null,
    };

    /// <summary>The mark of a shape: a line across the whole chart, or from one place to another.</summary>
    public Mark? OfShape(IReadOnlyDictionary<string, object?> shape)
    {
        var line = shape.Part("line");
        var (x0, x1, y0, y1) = (x.At(shape.GetValueOrDefault("x0")), x.At(shape.GetValueOrDefault("x1")), y.At(shape.GetValueOrDefault("y0")), y.At(shape.GetValueOrDefault("y1")));
        if (shape.Words("type") != "line" || x0 is null || x1 is null || y0 is null || y1 is null)
            return null;
        var (stroke, tone) = (StrokeOf(line), ToneOf(line, Tone.Muted));
        return (shape.Words("xref") == "paper", shape.Words("yref") == "paper") switch
        {
            (false, true) when x0 == x1 => new ReferenceLine { At = x0.Value, Stroke = stroke, Tone = tone },
            (true, false) when y0 == y1 => new ReferenceLine { IsHorizontal = true, At = y0.Value, Stroke = stroke, Tone = tone },
            (false, false) => new LineMark { X = [x0.Value, x1.Value], Y = [y0.Value, y1.Value], Stroke = stroke, Tone = tone },
            _ => null,
        };
    }

    private List<Mark>? Scatter(IReadOnlyDictionary<string, object?> trace, Tone other)
    {
        var points = Points(trace);
        var mode = trace.Words("mode") is { Length: > 0 } given ? given : points.Count < FewPoints ? "lines+markers" : "lines";
        var isOfIntervals = trace.Part("error_x").List("array") is not null || trace.Part("error_y").List("array") is not null;
        var hasPoints = mode.Contains("markers", StringComparison.Ordinal) && !(isOfIntervals && trace.Part("marker").Number("size") <= 1);
        if (mode.Contains("text", StringComparison.Ordinal))
            return null;
        if (points.Count == 0)
            return [];
        var (opacity, tone) = (trace.Number("opacity") ?? 1, ToneOf(trace.Part("line"), ToneOf(trace.Part("marker"), other)));
        double[] across = [.. points.Select(point => point.X)], up = [.. points.Select(point => point.Y)];
        var marks = new List<Mark>();
        if (mode.Contains("lines", StringComparison.Ordinal))
            marks.Add(new LineMark { Name = hasPoints ? null : Name(trace), Tone = tone, Opacity = opacity, X = across, Y = up, Stroke = StrokeOf(trace.Part("line")) });
        if (Intervals(trace, "error_x", points, tone) is { } lying)
            marks.Add(lying);
        if (Intervals(trace, "error_y", points, tone) is { } standing)
            marks.Add(standing);
        if (hasPoints)
            marks.Add(new PointMarks { Name = Name(trace), Tone = tone, Opacity = opacity, X = across, Y = up, Shape = ShapeOf(trace.Part("marker").Words("symbol")) });
        return marks;
    }

    private static IntervalMarks? Intervals(IReadOnlyDictionary<string, object?> trace, string name, List<(double X, double Y, int Index)> points, Tone other)
    {
        if (trace.Part(name) is not { } errors || errors.List("array") is not { } above)
            return null;
        var below = errors.List("arrayminus") ?? above;
        var isHorizontal = name == "error_x";
        double? Bound((double X, double Y, int Index) point, IReadOnlyList<object?> sizes, int sign) =>
            (isHorizontal ? point.X : point.Y) + (sign * (point.Index < sizes.Count ? sizes[point.Index] as double? : null));
        return new()
        {
            IsHorizontal = isHorizontal,
            Tone = ToneOf(errors, other),
            Opacity = trace.Number("opacity") ?? 1,
            At = [.. points.Select(point => isHorizontal ? point.Y : point.X)],
            Lower = [.. points.Select(point => Bound(point, below, -1))],
            Upper = [.. points.Select(point => Bound(point, above, 1))],
        };
    }

    private List<Mark> Bars(IReadOnlyDictionary<string, object?> trace, Tone other)
    {
        var points = Points(trace);
        if (points.Count == 0)
            return [];
        var isHorizontal = trace.Words("orientation") == "h";
        var bases = trace.List("base");
        double[] from = [.. points.Select(point => bases?[point.Index] as double? ?? trace.Number("base") ?? 0)];
        return
        [
            new BarMarks
            {
                Name = Name(trace),
                IsHorizontal = isHorizontal,
                Tone = ToneOf(trace.Part("marker"), other),
                Opacity = trace.Number("opacity") ?? 1,
                Thickness = trace.Number("width") ?? 0.8,
                At = [.. points.Select(point => isHorizontal ? point.Y : point.X)],
                From = from,
                To = [.. points.Select((point, i) => from[i] + (isHorizontal ? point.X : point.Y))],
            },
        ];
    }

    // Cells lie at whole numbers, as their rows and columns are counted.
    private List<Mark>? Heat(IReadOnlyDictionary<string, object?> trace)
    {
        var rows = (trace.List("z") ?? []).Select(row => (row as IReadOnlyList<object?> ?? []).Select(cell => cell as double?).ToList()).ToList();
        bool Counts(string name, ChartAxis axis) => (trace.List(name) ?? []).Select((value, i) => axis.At(value) == i).All(isCounted => isCounted);
        if (rows.Count == 0 || !Counts("x", x) || !Counts("y", y))
            return null;
        var largest = rows.SelectMany(row => row).Max(cell => Math.Abs(cell ?? 0));
        return largest > 0 ? [new HeatMarks { Rows = rows, Largest = trace.Number("zmax") ?? largest }] : null;
    }

    // What has no place in one direction is counted there; what has no value is left out.
    private List<(double X, double Y, int Index)> Points(IReadOnlyDictionary<string, object?> trace)
    {
        var (across, up) = (trace.List("x"), trace.List("y"));
        return
        [
            .. from i in Enumerable.Range(0, Math.Max(across?.Count ?? 0, up?.Count ?? 0))
               let horizontal = across is null ? i : i < across.Count ? x.At(across[i]) : null
               let vertical = up is null ? i : i < up.Count ? y.At(up[i]) : null
               where horizontal is not null && vertical is not null
               select (horizontal.Value, vertical.Value, i),
        ];
    }

    private static string? Name(IReadOnlyDictionary<string, object?> trace) =>
        trace.GetValueOrDefault("showlegend") is not false && trace.Words("name") is { Length: > 0 } name ? name : null;

    private static Tone ToneOf(IReadOnlyDictionary<string, object?>? part, Tone other) =>
        Enum.GetValues<Tone>().Where(tone => Palette.Light(tone) == part.Words("color")).DefaultIfEmpty(other).First();

    private static Stroke StrokeOf(IReadOnlyDictionary<string, object?>? line) => line.Words("dash") switch
    {
        "" or "solid" => Stroke.Solid,
        "dot" => Stroke.Dotted,
        _ => Stroke.Dashed,
    };

    private static PointShape ShapeOf(string symbol) => symbol switch
    {
        "square" => PointShape.Square,
        "diamond" => PointShape.Diamond,
        _ when symbol.EndsWith("-open", StringComparison.Ordinal) => PointShape.Ring,
        _ => PointShape.Circle,
    };
}
