using System.Text.Json.Nodes;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class SearchIndexTests
{
    [Fact]
    public void Of_ANotebook_HasAPlaceForEachCellUnderItsHeading()
    {
        var notebook = new Notebook(
        [
            new Cell(CellKind.Markdown, "top", "# A title\n\nWords with [a link](b.html) and `code`."),
            new Cell(CellKind.Code, "run", "1 + 1") { Outputs = [new DataOutput(MimeBundle.Of("text/plain", "two </script>"))] },
        ]);
        var script = SearchIndex.Of([("01-a", notebook)], null, Scorecard.Of(PublishedStatistics.Read(Path.Combine(Repository.Root, "data", "published")), []));
        Assert.DoesNotContain("<", script, StringComparison.Ordinal);
        var pages = JsonNode.Parse(script["self.pathwisePages = ".Length..].TrimEnd('\n', ';'))!.AsArray();
        Assert.Equal(("01-a.html", "A title"), ((string)pages[0]!["page"]!, (string)pages[0]!["title"]!));
        Assert.Equal(["top", "A title", "A title Words with a link and code ."], pages[0]!["places"]![0]!.AsArray().Select(each => (string)each!));
        Assert.Equal(["run", "A title", "two </script> 1 + 1"], pages[0]!["places"]![1]!.AsArray().Select(each => (string)each!));
        Assert.Equal("scorecard.html", (string)pages[^1]!["page"]!);
    }
}
