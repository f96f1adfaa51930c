using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>A notebook: cells in order, and metadata. Immutable; running one gives another.</summary>
public sealed class Notebook
{
    /// <summary>A notebook of the given cells, with the metadata of a C# notebook unless told otherwise.</summary>
    public Notebook(IEnumerable<Cell> cells, JsonObject? metadata = null)
    {
        Cells = [.. cells];
        Metadata = metadata ?? CSharpMetadata();
    }

    /// <summary>The cells in order.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The notebook's metadata as read; not changed after that.</summary>
    public JsonObject Metadata { get; }

    /// <summary>The notebook's title: its first heading of the first level, or null.</summary>
    public string? Title =>
        (from cell in Cells
         where cell.Kind == CellKind.Markdown
         from line in cell.Source.Split('\n')
         where line.StartsWith("# ", StringComparison.Ordinal)
         select line[2..].Trim()).FirstOrDefault();

    /// <summary>The same notebook with other cells.</summary>
    public Notebook With(IEnumerable<Cell> cells) => new(cells, Metadata);

    /// <summary>The kernel and language that a stock C# notebook names.</summary>
    internal static JsonObject CSharpMetadata() => new()
    {
        ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
        ["language_info"] = new JsonObject
        {
            ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["name"] = "C#", ["pygments_lexer"] = "csharp", ["version"] = "14.0",
        },
    };
}
