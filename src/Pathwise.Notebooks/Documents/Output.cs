using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>Something a code cell showed.</summary>
public abstract record Output;

/// <summary>Text printed on a stream, <c>stdout</c> or <c>stderr</c>.</summary>
public sealed record StreamOutput(string Name, string Text) : Output;

/// <summary>A value as shown: the same thing in several mime types.</summary>
public sealed record DataOutput(MimeBundle Data) : Output
{
    /// <summary>For the value of the cell's last expression, the cell's execution count; null for a display.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>Metadata by mime type, as read.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The name under which a running cell may replace this output; it is not written to files.</summary>
    public string? DisplayId { get; init; }
}

/// <summary>The exception that ended a cell.</summary>
public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Trace) : Output;
