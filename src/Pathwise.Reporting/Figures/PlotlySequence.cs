namespace Pathwise.Reporting.Figures;

/// <summary>A sequence for Plotly: the traces of the first frame shown, what changes in them frame by frame, and a slider.</summary>
internal sealed record PlotlySequence(
    IReadOnlyList<IReadOnlyDictionary<string, object?>> Data,
    IReadOnlyDictionary<string, object?> Layout,
    IReadOnlyList<IReadOnlyDictionary<string, object?>> Frames)
{
    public static PlotlySequence Of(FigureSequence sequence)
    {
        var states = sequence.Frames.Select(Traces).ToList();
        var moving = Enumerable.Range(0, states[0].Count).Where(i => states.Any(state => Changes(states[0][i], state[i]).Count > 0)).ToArray();
        return new(
            states[sequence.Start],
            PlotlySequenceLayout.Of(sequence),
            [.. sequence.Frames.Select((frame, f) => Frame(frame.Label, moving, [.. moving.Select(i => Moving(states, i, f))]))]);
    }

    /// <summary>Compact JSON; angle brackets and ampersands are escaped, so that it may stand inside a script element.</summary>
    public string ToJson() =>
        PlotlyJson.Of(new Dictionary<string, object?> { ["data"] = Data, ["frames"] = Frames, ["layout"] = Layout });

    // Points at the end of an axis are seen whole.
    private static List<Dictionary<string, object?>> Traces(SequenceFrame frame) =>
    [
        .. from panel in frame.Panels.Index()
           from mark in panel.Item.Marks
           let trace = PlotlyTrace.Of(panel.Item, mark)
           where trace is not null
           select new Dictionary<string, object?>(trace) { ["xaxis"] = PlotlySequenceLayout.AxisName("x", panel.Index), ["yaxis"] = PlotlySequenceLayout.AxisName("y", panel.Index), ["cliponaxis"] = trace["type"] is "scatter" ? false : null },
    ];

    // Of a trace that moves, a frame holds what any frame changes, so that the slider may jump from any frame to any other.
    private static Dictionary<string, object?> Moving(List<List<Dictionary<string, object?>>> states, int trace, int frame)
    {
        var names = states.SelectMany(state => Changes(states[0][trace], state[trace])).Distinct();
        return names.ToDictionary(name => name, name => states[frame][trace][name]);
    }

    private static List<string> Changes(Dictionary<string, object?> before, Dictionary<string, object?> after) =>
        [.. before.Keys.Where(name => PlotlyJson.Of(before[name]) != PlotlyJson.Of(after[name]))];

    private static Dictionary<string, object?> Frame(string label, int[] traces, Dictionary<string, object?>[] data) =>
        new() { ["name"] = label, ["traces"] = traces, ["data"] = data };
}
