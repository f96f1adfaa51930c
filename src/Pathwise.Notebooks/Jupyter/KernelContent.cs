using System.Text.Json.Nodes;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>What a cell shows, as the content of messages.</summary>
internal static class KernelContent
{
    /// <summary>A value; as the result of a cell it carries the kernel's count of cells.</summary>
    public static JsonObject Of(DataOutput output, int count)
    {
        var content = new JsonObject
        {
            ["data"] = new JsonObject(output.Data.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value.DeepClone()))),
            ["metadata"] = output.Metadata.DeepClone(),
            ["transient"] = output.DisplayId is { } id ? new JsonObject { ["display_id"] = id } : new JsonObject(),
        };
        if (output.ExecutionCount is not null)
            content["execution_count"] = count;
        return content;
    }

    public static JsonObject Of(StreamOutput output) => new() { ["name"] = output.Name, ["text"] = output.Text };

    public static JsonObject Of(ErrorOutput output) => new()
    {
        ["ename"] = output.Name,
        ["evalue"] = output.Message,
        ["traceback"] = new JsonArray([.. output.Trace.Select(line => (JsonNode)line)]),
    };
}
