using Plotly.NET;

namespace Pathwise.Reporting.Figures;

/// <summary>The traces and the layout of a Plotly figure as nested names and values, without a default template.</summary>
internal sealed record PlotlyFigure(IReadOnlyList<IReadOnlyDictionary<string, object?>> Data, IReadOnlyDictionary<string, object?> Layout)
{
    public static PlotlyFigure Of(Figure figure) => new(
        [.. figure.Marks.Select(mark => PlotlyTrace.Of(figure, mark)).OfType<IReadOnlyDictionary<string, object?>>()],
        PlotlyLayout.Of(figure));

    public string ToJson() =>
        PlotlyJson.Of(new Dictionary<string, object?> { ["data"] = Data, ["layout"] = Layout });

    public GenericChart ToChart()
    {
        var traces = Data.Select(TraceOf).ToList();
        var layout = new Layout();
        foreach (var (name, value) in Layout)
            layout.SetProperty(name, value);
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, Microsoft.FSharp.Collections.ListModule.OfSeq(traces)));
    }

    private static Trace TraceOf(IReadOnlyDictionary<string, object?> properties)
    {
        var trace = new Trace((string)properties["type"]!);
        foreach (var (name, value) in properties.Where(property => property.Key != "type"))
            trace.SetProperty(name, value);
        return trace;
    }
}
