using System.Text.Json.Nodes;

namespace Pathwise.Auditing;

/// <summary>Published values beside their recomputed ones, in the order of the check; what a notebook's last cell shows.</summary>
[TypeFormatterSource(PreferredMimeTypes = ["text/html", "text/plain", "application/vnd.pathwise.checks+json"])]
public sealed class CheckReport
{
    internal CheckReport(IReadOnlyList<CheckedValue> values) => Values = values;

    /// <summary>One for each value checked.</summary>
    public IReadOnlyList<CheckedValue> Values { get; }

    /// <summary>How many have this verdict.</summary>
    public int Count(Verdict verdict) => Values.Count(value => value.Verdict == verdict);

    /// <summary>The report for the program that collects scorecards: [{ "id", "recomputed", "verdict", "why" }].</summary>
    public string ToJson() => new JsonArray([.. Values.Select(Row)]).ToJsonString();

    private static JsonNode Row(CheckedValue value) => new JsonObject
    {
        ["id"] = value.Statistic.Id,
        ["recomputed"] = value.Recomputed,
        ["verdict"] = value.Verdict.Text(),
        ["why"] = value.Why,
    };
}
