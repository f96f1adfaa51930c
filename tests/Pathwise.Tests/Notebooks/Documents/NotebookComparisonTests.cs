using Pathwise.Notebooks.Documents;
using Xunit;

namespace Pathwise.Tests.Notebooks.Documents;

public sealed class NotebookComparisonTests
{
    [Fact]
    public void Differences_TheSameOutputs_AreNone() => Assert.Empty(NotebookComparison.Differences(Html("<p>1</p>"), Html("<p>1</p>")));

    [Fact]
    public void Differences_AnotherDigit_NamesCellMimeTypeAndLine()
    {
        var difference = Assert.Single(NotebookComparison.Differences(Html("<p>\n0.123</p>"), Html("<p>\n0.124</p>")));
        Assert.Equal("Cell a, output 1: text/html, line 2: was '0.123</p>', is '0.124</p>'.", difference);
    }

    [Fact]
    public void Differences_AnotherNumberOfOutputs_IsOne()
    {
        var silent = new Notebook([new Cell(CellKind.Code, "a", "x")]);
        Assert.Equal("Cell a has 1 outputs committed and 0 in a fresh run.", Assert.Single(NotebookComparison.Differences(Html(""), silent)));
    }

    [Fact]
    public void Differences_AnotherMimeType_IsOne()
    {
        var plain = Of(new DataOutput(MimeBundle.Of("text/plain", "1")));
        Assert.Contains("the mime types were text/html and are text/plain", Assert.Single(NotebookComparison.Differences(Html("1"), plain)), StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_AnotherStream_IsOne() =>
        Assert.Single(NotebookComparison.Differences(Of(new StreamOutput("stdout", "a")), Of(new StreamOutput("stderr", "a"))));

    [Fact]
    public void Differences_AnotherNumberOfCells_IsOne() => Assert.Single(NotebookComparison.Differences(Html("1"), new Notebook([])));

    private static Notebook Html(string text) => Of(new DataOutput(MimeBundle.Of("text/html", text)));

    private static Notebook Of(Output output) => new([new Cell(CellKind.Code, "a", "x") { Outputs = [output] }]);
}
