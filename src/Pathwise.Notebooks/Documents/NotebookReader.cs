using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>Reads notebooks of nbformat 4 (.ipynb).</summary>
public static class NotebookReader
{
    /// <summary>The notebook in a file. Throws <see cref="InputException"/> when there is none.</summary>
    public static Notebook Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot read the notebook {path}: {failure.Message}", failure);
        }
    }

    /// <summary>The notebook in a text; <paramref name="name"/> is what messages call it.</summary>
    public static Notebook Parse(string json, string name)
    {
        try
        {
            var root = JsonNode.Parse(json) as JsonObject ?? throw new FormatException("it is not a JSON object");
            if ((int?)root["nbformat"] != 4)
                throw new FormatException($"its nbformat is {root["nbformat"]?.ToJsonString() ?? "missing"}, expected 4");
            var cells = root["cells"] as JsonArray ?? throw new FormatException("it has no list of cells");
            return new Notebook(cells.Select(CellOf), root["metadata"]?.DeepClone() as JsonObject ?? []);
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException)
        {
            throw new InputException($"{name} is not a notebook: {failure.Message}", failure);
        }
    }

    private static Cell CellOf(JsonNode? node, int index)
    {
        var cell = node as JsonObject ?? throw new FormatException($"cell {index + 1} is not a JSON object");
        return new Cell(Kind(cell, index), (string?)cell["id"] ?? $"cell-{index + 1}", Text(cell["source"]).ReplaceLineEndings("\n"))
        {
            Metadata = cell["metadata"]?.DeepClone() as JsonObject ?? [],
            Attachments = cell["attachments"]?.DeepClone() as JsonObject,
            ExecutionCount = (int?)cell["execution_count"],
            Outputs = cell["outputs"] is JsonArray outputs ? [.. outputs.Select(each => OutputOf(each!))] : [],
        };
    }

    private static CellKind Kind(JsonObject cell, int index) => (string?)cell["cell_type"] switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        "raw" => CellKind.Raw,
        var other => throw new FormatException($"cell {index + 1} is of type {other ?? "null"}, expected code, markdown or raw"),
    };

    internal static Output OutputOf(JsonNode node) => (string?)node["output_type"] switch
    {
        "stream" => new StreamOutput((string)node["name"]!, Text(node["text"])),
        "error" => new ErrorOutput((string?)node["ename"] ?? "", (string?)node["evalue"] ?? "", [.. Lines(node["traceback"])]),
        "display_data" or "execute_result" => new DataOutput(BundleOf(node["data"] as JsonObject ?? []))
        {
            ExecutionCount = (int?)node["execution_count"],
            Metadata = node["metadata"]?.DeepClone() as JsonObject ?? [],
            DisplayId = (string?)node["transient"]?["display_id"],
        },
        var other => throw new FormatException($"an output is of type {other ?? "null"}"),
    };

    private static MimeBundle BundleOf(JsonObject data) =>
        new(from part in data
            where part.Value is not null
            select KeyValuePair.Create(part.Key, MimeBundle.IsJson(part.Key) ? part.Value : (JsonNode)Text(part.Value)));

    private static IEnumerable<string> Lines(JsonNode? node) => (node as JsonArray ?? []).Select(line => (string?)line ?? "");

    // A text of several lines is stored as a string or as a list of its lines.
    private static string Text(JsonNode? node) => node is JsonArray ? string.Concat(Lines(node)) : (string?)node ?? "";
}
