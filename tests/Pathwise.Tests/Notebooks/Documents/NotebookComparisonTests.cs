using System.Text.Json.Nodes;
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

    // .NET Interactive does not ask for the description that our own engine adds; the other way round something has got lost.
    [Fact]
    public void Differences_FewerForms_AreNoneInTheFileAndOneInTheFreshRun()
    {
        var (few, many) = (Html("1"), Of(new DataOutput(new([KeyValuePair.Create("text/html", (JsonNode)"1"), KeyValuePair.Create("text/plain", (JsonNode)"1")]))));
        Assert.Empty(NotebookComparison.Differences(few, many));
        Assert.Contains("the mime types were text/html, text/plain and are text/html", Assert.Single(NotebookComparison.Differences(many, few)), StringComparison.Ordinal);
        Assert.Single(NotebookComparison.Differences(Html("2"), many));
    }

    [Fact]
    public void Differences_WhereInTheCodeAnErrorArose_IsNone()
    {
        Assert.Empty(NotebookComparison.Differences(Of(new ErrorOutput("E", "m", ["E: m", "at line 3"])), Of(new ErrorOutput("E", "m", []))));
        Assert.Contains("error, line 1: was 'E: m', is 'E: n'", Assert.Single(NotebookComparison.Differences(Of(new ErrorOutput("E", "m", [])), Of(new ErrorOutput("E", "n", [])))), StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_AnotherStream_IsOne() =>
        Assert.Single(NotebookComparison.Differences(Of(new StreamOutput("stdout", "a")), Of(new StreamOutput("stderr", "a"))));

    [Fact]
    public void Differences_AnotherNumberOfCells_IsOne() => Assert.Single(NotebookComparison.Differences(Html("1"), new Notebook([])));

    [Theory]
    [InlineData("""{"a":1E-15,"b":[1.0,0.1]}""", """{"b":[1,0.1],"a":1e-15}""")]
    [InlineData("""{"t":"\u00e9","n":null}""", """{"t":"é","n":null}""")]
    [InlineData("""[12345678901234567890.123]""", """[1.2345678901234567e+19]""")]
    [InlineData("""{"a":1e-15}""", "\"{\\\"a\\\":1E-15}\"")]
    public void Differences_TheSameJsonInAnotherSpelling_AreNone(string was, string now) =>
        Assert.Empty(NotebookComparison.Differences(Json(was), Json(now)));

    [Theory]
    [InlineData("""{"a":{"b":[1,2]}}""", """{"a":{"b":[1,3]}}""", ".a.b[1]: was 2, is 3.")]
    [InlineData("""{"a":1}""", """{"a":"1"}""", ".a: was 1, is \"1\".")]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", ".b: was null, is 2.")]
    [InlineData("""[1e-15]""", """[1.0000000000000002e-15]""", "[0]: was 1e-15, is 1.0000000000000002e-15.")]
    [InlineData("""[1]""", """[1,2]""", ": was [1], is [1,2].")]
    public void Differences_AnotherValueInJson_NamesItsPlace(string was, string now, string expected) =>
        Assert.Equal($"Cell a, output 1: application/json{expected}", Assert.Single(NotebookComparison.Differences(Json(was), Json(now))));

    private static Notebook Json(string text) => NotebookReader.Parse(
        $$$$"""{"nbformat":4,"cells":[{"id":"a","cell_type":"code","source":"x","outputs":[{"output_type":"display_data","data":{"application/json":{{{{text}}}}}}]}]}""", "n");

    private static Notebook Html(string text) => Of(new DataOutput(MimeBundle.Of("text/html", text)));

    private static Notebook Of(Output output) => new([new Cell(CellKind.Code, "a", "x") { Outputs = [output] }]);
}
