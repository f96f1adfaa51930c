using System.Text.Json.Nodes;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class OpeningTests
{
    [Fact]
    public void Of_TaggedCells_TakesTitleTextAndOutputsAndNoCode()
    {
        var notebook = new Notebook([new Cell(CellKind.Markdown, "a", "# Other"), Tagged(CellKind.Markdown, "## A *study*\n\nIt found."), Tagged(CellKind.Code, "secret") with { Outputs = [new StreamOutput("stdout", "shown")] }]);
        var opening = Opening.Of([("00", notebook)], link => link);
        Assert.Equal("A *study*", opening.Title);
        Assert.Contains("<p>It found.</p>", opening.Html, StringComparison.Ordinal);
        Assert.Contains("shown", opening.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", opening.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NotebooksWithoutTaggedCells_IsAPlainTitle() =>
        Assert.Equal(("Replication", ""), (Opening.Of([("00", new Notebook([]))], link => link).Title, Opening.Of([], link => link).Html));

    private static Cell Tagged(CellKind kind, string source) => new(kind, source, source) { Metadata = new() { ["tags"] = new JsonArray("opening") } };
}
