using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pathwise.Auditing.Origins;

/// <summary>Reads what is needed of files that other rooms read in full; what has another form is passed over.</summary>
internal static class JsonObjectForm
{
    /// <summary>Members as they are written.</summary>
    public static readonly JsonSerializerOptions Plain = new() { ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>The objects of a list.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>The names of the members of an object.</summary>
    public static IEnumerable<string> Names(JsonNode? node) => (node as JsonObject ?? []).Select(member => member.Key);

    /// <summary>A text, or null.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Whether the value is true.</summary>
    public static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var isTrue) && isTrue;
}
