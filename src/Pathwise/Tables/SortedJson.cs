using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pathwise.Tables;

/// <summary>
/// JSON that is the same text for the same content: members sorted by name (code units), no blanks, no escapes that need not be, numbers in
/// the shortest form that reads back to the same bits.
/// </summary>
internal static class SortedJson
{
    public static JsonSerializerOptions Form { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a node.</summary>
    public static string Of(JsonNode? node) => Sorted(node)?.ToJsonString(Form) ?? "null";

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => KeyValuePair.Create(each.Key, Sorted(each.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
