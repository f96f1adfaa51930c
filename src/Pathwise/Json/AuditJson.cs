using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;

namespace Pathwise.Json;

/// <summary>
/// An audit as JSON, a contract: { "summary": { status: count }, "findings": [ { "id", "check", "status", "published",
/// "recomputed", "message", "place", ... } ] }. Fields may be added; none is renamed. An infinite end of an interval is null.
/// </summary>
public static class AuditJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole document, ending with a line feed.</summary>
    public static string Text(AuditReport report) => new JsonObject
    {
        ["summary"] = new JsonObject(report.Summary.Select(pair => KeyValuePair.Create(pair.Status.Text(), (JsonNode?)pair.Count))),
        ["findings"] = new JsonArray([.. report.Findings.Select(Row)]),
    }.ToJsonString(Options) + "\n";

    private static JsonNode Row(Finding finding) => new JsonObject
    {
        ["id"] = finding.Statistic.Id,
        ["check"] = finding.Check,
        ["status"] = finding.Status.Text(),
        ["published"] = finding.Statistic.Printed,
        ["recomputed"] = finding.Recomputed,
        ["message"] = finding.Message,
        ["place"] = finding.Statistic.Place,
        ["publishedInterval"] = Ends(finding.PublishedRange),
        ["recomputedInterval"] = Ends(finding.RecomputedRange),
        ["decisionError"] = finding.IsDecisionError,
    };

    private static JsonArray? Ends(ValueRange? range) =>
        range is { } ends ? new JsonArray(End(ends.Lower), End(ends.Upper)) : null;

    private static JsonNode? End(double value) => double.IsFinite(value) ? value : null;
}
