using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>Reads notebooks of nbformat 4 (.ipynb).</summary>
public static class NotebookReader
{
    /// <summary>The notebook in a file. Throws <see cref="InputException"/> when there is none.</summary>
    public static Notebook Read(string path) => Parse(NotebookText.Read(path), path);

    /// <summary>The notebook in a text; <paramref name="name"/> is what messages call it.</summary>
    public static Notebook Parse(string json, string name)
    {
        try
        {
            var root = NotebookText.Parse(json) as JsonObject ?? throw new FormatException("it is not a JSON object");
            if (Number(root["nbformat"]) != 4)
                throw new FormatException($"its nbformat is {root["nbformat"]?.ToJsonString() ?? "missing"}, expected 4");
            var cells = root["cells"] as JsonArray ?? throw new FormatException("it has no list of cells");
            return new Notebook(cells.Select(CellOf), root["metadata"]?.DeepClone() as JsonObject ?? []);
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            throw new InputException($"{name} is not a notebook: {failure.Message}", failure);
        }
    }

    private static Cell CellOf(JsonNode? node, int index)
    {
        var what = $"cell {index + 1}";
        var cell = node as JsonObject ?? throw new FormatException($"{what} is not a JSON object");
        return new Cell(Kind(cell, what), Word(cell, "id", what) ?? $"cell-{index + 1}", Text(cell["source"], $"the source of {what}").ReplaceLineEndings("\n"))
        {
            Metadata = cell["metadata"]?.DeepClone() as JsonObject ?? [],
            Attachments = cell["attachments"]?.DeepClone() as JsonObject,
            ExecutionCount = Number(cell["execution_count"]),
            Outputs = cell["outputs"] is JsonArray outputs ? [.. outputs.Select((each, i) => OutputOf(each, $"output {i + 1} of {what}"))] : [],
        };
    }

    private static CellKind Kind(JsonObject cell, string what) => Word(cell, "cell_type", what) switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        "raw" => CellKind.Raw,
        var other => throw new FormatException($"{what} is of type {other ?? "null"}, expected code, markdown or raw"),
    };

    /// <summary>One output; <paramref name="what"/> is what messages call it. Throws <see cref="FormatException"/> when it is none.</summary>
    internal static Output OutputOf(JsonNode? node, string what)
    {
        var output = node as JsonObject ?? throw new FormatException($"{what} is not a JSON object");
        return Word(output, "output_type", what) switch
        {
            "stream" => new StreamOutput(Word(output, "name", what) ?? "stdout", Text(output["text"], what)),
            "error" => new ErrorOutput(Word(output, "ename", what) ?? "", Word(output, "evalue", what) ?? "", [.. Lines(output["traceback"], what)]),
            "display_data" or "execute_result" => new DataOutput(BundleOf(output["data"] as JsonObject ?? [], what))
            {
                ExecutionCount = Number(output["execution_count"]),
                Metadata = output["metadata"]?.DeepClone() as JsonObject ?? [],
                DisplayId = output["transient"] is JsonObject transient ? Word(transient, "display_id", what) : null,
            },
            var other => throw new FormatException($"{what} is of type {other ?? "null"}, expected stream, error, display_data or execute_result"),
        };
    }

    private static MimeBundle BundleOf(JsonObject data, string what) =>
        new(from part in data
            where part.Value is not null
            select KeyValuePair.Create(part.Key, MimeBundle.IsJson(part.Key) ? part.Value : (JsonNode)Text(part.Value, $"{part.Key} in {what}")));

    private static IEnumerable<string> Lines(JsonNode? node, string what) => (node as JsonArray ?? []).Select(line => Text(line, what));

    // A text of several lines is stored as a string or as a list of its lines.
    private static string Text(JsonNode? node, string what) => node switch
    {
        null => "",
        JsonArray => string.Concat(Lines(node, what)),
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw new FormatException($"{what} has {node.ToJsonString()} in place of a text"),
    };

    private static string? Word(JsonObject from, string name, string what) => from[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        var other => throw new FormatException($"{name} of {what} is {other.ToJsonString()}, expected a text"),
    };

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out int number) ? number : null;
}
