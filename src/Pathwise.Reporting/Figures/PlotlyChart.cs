using System.Text.Json;
using Plotly.NET;

namespace Pathwise.Reporting.Figures;

/// <summary>A chart of Plotly.NET, whoever made it: its description for Plotly and what it holds.</summary>
internal sealed record PlotlyChart(IReadOnlyList<object?> Data, IReadOnlyDictionary<string, object?> Layout)
{
    public static PlotlyChart Of(GenericChart chart)
    {
        using var figure = JsonDocument.Parse(GenericChart.toFigureJson(chart));
        var parts = Parts(figure.RootElement);
        return new((IReadOnlyList<object?>)parts["data"]!, (IReadOnlyDictionary<string, object?>)parts["layout"]!);
    }

    /// <summary>The title without markup; empty when there is none.</summary>
    public string Title => Layout.Words("title");

    /// <summary>Of each trace its name, its type and the number of its marks.</summary>
    public IEnumerable<(string Name, string Type, int Count)> Traces =>
        Data.Cast<IReadOnlyDictionary<string, object?>>().Select(trace => (trace.Words("name"), trace.Words("type"), Marks(trace)));

    public string ToJson() => PlotlyJson.Of(new Dictionary<string, object?> { ["data"] = Data, ["layout"] = Layout });

    private static int Marks(IReadOnlyDictionary<string, object?> trace) =>
        trace.GetValueOrDefault("z") is IReadOnlyList<object?> rows
            ? rows.Sum(row => row is IReadOnlyList<object?> cells ? cells.Count : 1)
            : trace.Values.OfType<IReadOnlyList<object?>>().Select(values => values.Count).DefaultIfEmpty(0).Max();

    private static Dictionary<string, object?> Parts(JsonElement element) =>
        element.EnumerateObject().ToDictionary(part => part.Name, part => Plain(part.Value));

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Parts(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
