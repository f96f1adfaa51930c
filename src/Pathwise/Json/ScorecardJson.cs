using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pathwise.Auditing;

namespace Pathwise.Json;

/// <summary>
/// A scorecard as JSON, a contract: { "conclusion", "summary": { verdict: count }, "values": [ { "id", "what", "published", "recomputed",
/// "verdict", "why", "notebook", "anchor", "place" } ], "sources": [ { "id", "citation" } ] }. Fields may be added; none is renamed.
/// </summary>
public static class ScorecardJson
{
    // Signs such as < stay readable: the file is read by people too and is never put into a page as it is.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole document, ending with a line feed.</summary>
    public static string Text(Scorecard scorecard) => new JsonObject
    {
        ["conclusion"] = scorecard.Conclusion,
        ["summary"] = new JsonObject(scorecard.Summary.Select(pair => KeyValuePair.Create(pair.Verdict.Text(), (JsonNode?)pair.Count))),
        ["values"] = new JsonArray([.. scorecard.Values.Select(Value)]),
        ["sources"] = new JsonArray([.. scorecard.Sources.Select(source => new JsonObject { ["id"] = source.Id, ["citation"] = source.Citation })]),
    }.ToJsonString(Options) + "\n";

    private static JsonNode Value(ScorecardValue value) => new JsonObject
    {
        ["id"] = value.Statistic.Id,
        ["what"] = value.Statistic.What,
        ["published"] = value.Statistic.Printed,
        ["recomputed"] = value.Recomputed,
        ["verdict"] = value.Verdict.Text(),
        ["why"] = value.Why,
        ["notebook"] = value.Notebook,
        ["anchor"] = value.Anchor,
        ["place"] = value.Statistic.Place,
    };
}
