using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>A cell of a notebook. Its <see cref="Id"/> is kept for good: links and comparisons name the cell by it.</summary>
public sealed record Cell(CellKind Kind, string Id, string Source)
{
    /// <summary>The cell's metadata as read; not changed after that.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The place of a code cell in the order of execution, from 1; null when it has not run.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>What the cell showed, in order.</summary>
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>Attachments of a Markdown cell as read, or null.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>Whether running the notebook runs the cell: code, unless it is tagged <c>skip-execution</c>.</summary>
    internal bool IsRun => Kind == CellKind.Code && Source.Trim().Length > 0 && !HasTag("skip-execution");

    /// <summary>Whether the cell carries a tag, such as <c>parameters</c> or <c>raises-exception</c>.</summary>
    public bool HasTag(string tag) =>
        Metadata["tags"] is JsonArray tags && tags.Any(each => each is JsonValue value && value.TryGetValue(out string? text) && text == tag);
}
