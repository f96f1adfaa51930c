using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>
/// Whether a file says what the canonical form of its notebook says. Compared are values, not their spelling: programs differ in how they
/// write numbers, letters and the order of members, and in what they note beside the cells (<c>metadata</c>).
/// </summary>
internal static class NotebookForm
{
    private static readonly string[] Noted = ["metadata", "nbformat_minor", "execution_count"];

    /// <summary>The first place where the two differ, with both values; null where there is none.</summary>
    public static string? Difference(string text, Notebook notebook) =>
        JsonDifference.First(Plain(NotebookText.Parse(text)), Plain(JsonNode.Parse(NotebookWriter.Write(notebook))));

    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(each => !Noted.Contains(each.Key)).Select(each => KeyValuePair.Create(each.Key, Plain(each.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Plain)]),
        _ => node?.DeepClone(),
    };
}
