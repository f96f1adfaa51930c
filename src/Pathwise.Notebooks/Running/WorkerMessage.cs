using System.Text.Json;
using System.Text.Json.Nodes;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Execution;

namespace Pathwise.Notebooks.Running;

/// <summary>What a notebook's process is asked to do: one line of JSON each, the first with the notebook's folder and name.</summary>
internal sealed record WorkerRequest(string Folder, string Name, string CellId, string Source)
{
    public string ToLine() => JsonSerializer.Serialize(this);

    public static WorkerRequest Parse(string line) => JsonSerializer.Deserialize<WorkerRequest>(line)!;
}

/// <summary>What a notebook's process answers: one line of JSON each, ending with a line that says how the cell ended.</summary>
internal sealed record WorkerAnswer(Output? Shown, string? Replaces, bool IsDone, CellFailure? Failure)
{
    // Marks our lines among those that code may print past the console.
    private const string Mark = "\u0001";

    private static readonly JsonDocumentOptions Nesting = new() { MaxDepth = 2 * NotebookText.Deepest };

    public static WorkerAnswer Shows(Output output) => new(output, null, false, null);

    public static WorkerAnswer Replacing(string displayId, Output output) => new(output, displayId, false, null);

    public static WorkerAnswer Ends(CellFailure? failure) => new(null, null, true, failure);

    public string ToLine()
    {
        var node = new JsonObject { ["done"] = IsDone, ["failure"] = JsonSerializer.SerializeToNode(Failure), ["replaces"] = Replaces };
        if (Shown is { } output)
            node["output"] = NotebookWriter.OutputNode(output);
        if (Shown is DataOutput { DisplayId: { } id })
            node["output"]!["transient"] = new JsonObject { ["display_id"] = id };
        return Mark + node.ToJsonString();
    }

    /// <summary>The answer in a line, or null where the line is not one of ours.</summary>
    public static WorkerAnswer? Parse(string line)
    {
        if (!line.StartsWith(Mark, StringComparison.Ordinal))
            return null;
        var node = JsonNode.Parse(line[1..], documentOptions: Nesting)!;
        return new(
            node["output"] is { } output ? NotebookReader.OutputOf(output, "the output") : null,
            (string?)node["replaces"],
            (bool)node["done"]!,
            node["failure"].Deserialize<CellFailure>());
    }
}
