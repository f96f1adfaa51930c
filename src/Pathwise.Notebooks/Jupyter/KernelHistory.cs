using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>The cells that a kernel has run, for clients that ask; kept while the kernel lives.</summary>
internal sealed class KernelHistory
{
    private readonly List<string> _sources = [];

    public void Add(string source) => _sources.Add(source);

    /// <summary>The content of a reply to a history_request.</summary>
    public JsonObject Reply(JsonObject request)
    {
        var entries = _sources.Select((source, i) => (Number: i + 1, Source: source)).ToList();
        var count = Number(request, "n") ?? entries.Count;
        var chosen = (string?)request["hist_access_type"] switch
        {
            "range" => entries.Where(each => each.Number >= (Number(request, "start") ?? 1) && each.Number < (Number(request, "stop") ?? int.MaxValue)),
            "search" => entries.Where(each => Matches(each.Source, (string?)request["pattern"] ?? "*")).TakeLast(count),
            _ => entries.TakeLast(count),
        };
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. chosen.Select(each => new JsonArray(0, each.Number, each.Source))]),
        };
    }

    private static bool Matches(string source, string pattern) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, source);

    private static int? Number(JsonObject request, string name) =>
        request[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;
}
