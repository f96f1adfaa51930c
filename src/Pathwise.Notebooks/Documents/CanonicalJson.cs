using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>JSON with its keys in order, so that equal contents are equal texts.</summary>
internal static class CanonicalJson
{
    /// <summary>A copy with the keys of every object in ordinal order.</summary>
    public static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => KeyValuePair.Create(each.Key, Sorted(each.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
