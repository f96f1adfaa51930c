using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>
/// Where two pieces of JSON say different things. As the standard has it, neither the order of members counts nor how a number or a
/// text is spelled: 1e-15 is 1E-15 and 1.0 is 1, but "1" is not 1.
/// </summary>
internal static class JsonDifference
{
    /// <summary>The first difference: its place after a dot, and both values; null where there is none.</summary>
    public static string? First(JsonNode? before, JsonNode? after) => At("", before, after);

    private static string? At(string place, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        (JsonObject was, JsonObject now) => was.Select(each => each.Key).Union(now.Select(each => each.Key))
            .Select(name => At($"{place}.{name}", was[name], now[name])).FirstOrDefault(each => each is not null),
        (JsonArray was, JsonArray now) when was.Count == now.Count =>
            was.Zip(now).Select((pair, i) => At($"{place}[{i}]", pair.First, pair.Second)).FirstOrDefault(each => each is not null),
        _ => JsonNode.DeepEquals(before, after) || IsSameNumber(before, after) ? null : $"{place}: was {Short(before)}, is {Short(after)}.",
    };

    // What reads numbers as doubles writes the same double, perhaps with fewer digits.
    private static bool IsSameNumber(JsonNode? before, JsonNode? after) =>
        before?.GetValueKind() == JsonValueKind.Number && after?.GetValueKind() == JsonValueKind.Number && Number(before) is var was && was == Number(after)
        && double.IsFinite(was);

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    private static string Short(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length <= 60 ? text : text[..57] + "...";
    }
}
