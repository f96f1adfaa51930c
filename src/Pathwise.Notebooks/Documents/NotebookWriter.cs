using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>
/// Writes notebooks in the canonical form of nbformat 4.5: keys in order, one space of indentation, texts as lists of lines,
/// \n as line end, nothing that differs from run to run; so that a difference between two files is a difference of content.
/// </summary>
public static class NotebookWriter
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 2 * NotebookText.Deepest,
    };

    // What tools leave in a cell and what differs from run to run, or from one person's window to another's.
    private static readonly string[] Volatile =
        ["execution", "ExecuteTime", "collapsed", "scrolled", "polyglot_notebook", "dotnet_interactive", "vscode", "jp-MarkdownHeadingCollapsed"];

    /// <summary>The text of the file.</summary>
    public static string Write(Notebook notebook) => CanonicalJson.Sorted(new JsonObject
    {
        ["cells"] = new JsonArray([.. notebook.Cells.Select(CellNode)]),
        ["metadata"] = Kept(notebook.Metadata),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    })!.ToJsonString(Layout) + "\n";

    /// <summary>One output as it stands in the file.</summary>
    internal static JsonObject OutputNode(Output output) => output switch
    {
        StreamOutput stream => new JsonObject { ["name"] = stream.Name, ["output_type"] = "stream", ["text"] = Lines(stream.Text) },
        ErrorOutput error => new JsonObject
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Trace.Select(line => (JsonNode)line)]),
        },
        DataOutput data => DataNode(data),
        _ => throw new ArgumentException($"Unknown output {output.GetType().Name}.", nameof(output)),
    };

    private static JsonObject DataNode(DataOutput output)
    {
        var node = new JsonObject { ["data"] = BundleNode(output.Data), ["metadata"] = output.Metadata.DeepClone() };
        if (output.ExecutionCount is { } count)
            node["execution_count"] = count;
        node["output_type"] = output.ExecutionCount is null ? "display_data" : "execute_result";
        return node;
    }

    private static JsonObject BundleNode(MimeBundle bundle) =>
        new(bundle.Select(part => KeyValuePair.Create(part.Key, !MimeBundle.IsJson(part.Key) && bundle.Text(part.Key) is { } text ? Lines(text) : part.Value.DeepClone()))!);

    private static JsonNode CellNode(Cell cell)
    {
        var node = new JsonObject
        {
            ["cell_type"] = cell.Kind.ToString().ToLowerInvariant(),
            ["id"] = cell.Id,
            ["metadata"] = Kept(cell.Metadata),
            ["source"] = Lines(cell.Source),
        };
        if (cell.Attachments is { } attachments)
            node["attachments"] = attachments.DeepClone();
        if (cell.Kind != CellKind.Code)
            return node;

        node["execution_count"] = cell.ExecutionCount;
        node["outputs"] = new JsonArray([.. cell.Outputs.Select(OutputNode)]);
        return node;
    }

    private static JsonObject Kept(JsonObject metadata) =>
        new(metadata.Where(entry => !Volatile.Contains(entry.Key)).Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));

    private static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
