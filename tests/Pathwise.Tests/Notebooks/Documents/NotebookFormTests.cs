using Pathwise.Notebooks.Documents;
using Xunit;

namespace Pathwise.Tests.Notebooks.Documents;

public sealed class NotebookFormTests
{
    private const string Cell = """{"id":"a","cell_type":"code","source":["x"],"execution_count":1,"metadata":{},"outputs":[{"output_type":"display_data","metadata":{},"data":{"application/json":{"v":1e-15,"w":[1.0]}}}]}""";

    [Theory]
    [InlineData("1e-15", "1E-15")]
    [InlineData("\"v\":1e-15,\"w\":[1.0]", "\"w\":[1],\"v\":1e-15")]
    [InlineData("\"execution_count\":1", "\"execution_count\":7")]
    [InlineData("\"source\":[\"x\"],\"execution_count\":1,\"metadata\":{}", "\"source\":[\"\\u0078\"],\"execution_count\":1,\"metadata\":{\"scrolled\":true}")]
    public void Difference_OfSpellingAlone_IsNone(string was, string now) => Assert.Null(Of(Cell.Replace(was, now, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"id\":\"a\",", "", ".cells[0].id: was null, is \"cell-1\".")]
    [InlineData("[\"x\"]", "\"x\"", ".cells[0].source: was \"x\", is [\"x\"].")]
    [InlineData("\"outputs\"", "\"more\":1,\"outputs\"", ".cells[0].more: was 1, is null.")]
    public void Difference_OfContent_NamesItsPlace(string was, string now, string expected) => Assert.Equal(expected, Of(Cell.Replace(was, now, StringComparison.Ordinal)));

    private static string? Of(string cell)
    {
        var text = $$$"""{"nbformat":4,"nbformat_minor":5,"metadata":{"language_info":{"pygments_lexer":"csharp","version":"13.0"}},"cells":[{{{cell}}}]}""";
        return NotebookForm.Difference(text, NotebookReader.Parse(text, "n"));
    }
}
