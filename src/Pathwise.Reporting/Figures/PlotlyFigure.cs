using Plotly.NET;
using Plotly.NET.LayoutObjects;

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
        var layout = With(new Layout(), Layout);
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, Microsoft.FSharp.Collections.ListModule.OfSeq(traces)));
    }

    private static Trace TraceOf(IReadOnlyDictionary<string, object?> properties) =>
        With(new Trace((string)properties["type"]!), properties.Where(property => property.Key != "type"));

    private static T With<T>(T target, IEnumerable<KeyValuePair<string, object?>> properties)
        where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in properties)
            target.SetProperty(name, value is IReadOnlyDictionary<string, object?> parts ? With(Part(name), parts) : value);
        return target;
    }

    // Plotly.NET's own verbs look for its own types: a plain dictionary would stop them.
    private static DynamicObj.DynamicObj Part(string name) => name switch
    {
        "title" => new Title(),
        "xaxis" or "yaxis" => new LinearAxis(),
        "legend" => new Plotly.NET.LayoutObjects.Legend(),
        "margin" => new Margin(),
        "font" => new Font(),
        "marker" => new Plotly.NET.TraceObjects.Marker(),
        "line" => new Line(),
        _ => new DynamicObj.DynamicObj(),
    };
}
