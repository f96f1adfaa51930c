using Pathwise.Notebooks.Documents;
using Xunit;

namespace Pathwise.Tests.Notebooks.Documents;

public sealed class NotebookReaderTests
{
    [Fact]
    public void Read_ANotebook_GivesItsCellsInOrder()
    {
        var notebook = NotebookReader.Read(Repository.Fixture("notebooks", "tour.ipynb"));
        Assert.Equal("What a cell can show", notebook.Title);
        Assert.Equal(["c1", "c2", "c3"], notebook.Cells.Take(3).Select(cell => cell.Id));
        Assert.True(notebook.Cells[1].HasTag("parameters"));
        Assert.Equal("var numbers = Enumerable.Range(1, 4).ToList();\nnumbers.Sum()", notebook.Cells[3].Source);
    }

    [Fact]
    public void Parse_TextsAsOneStringOrAsLines_AreTheSame()
    {
        Assert.Equal(Source("\"a\\nb\""), Source("[\"a\\n\", \"b\"]"));

        static string Source(string json) =>
            NotebookReader.Parse($$"""{"nbformat":4,"cells":[{"cell_type":"code","source":{{json}}}]}""", "n").Cells[0].Source;
    }

    [Theory]
    [InlineData("", "n.ipynb is not a notebook")]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("""{"nbformat":3}""", "its nbformat is 3, expected 4")]
    [InlineData("""{"nbformat":4}""", "it has no list of cells")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"poem"}]}""", "cell 1 is of type poem")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":5}]}""", "n.ipynb is not a notebook")]
    public void Parse_SomethingElse_SaysWhatIsWrong(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => NotebookReader.Parse(json, "n.ipynb")).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_AMissingFile_NamesIt() =>
        Assert.Contains("nowhere.ipynb", Assert.Throws<InputException>(() => NotebookReader.Read("nowhere.ipynb")).Message, StringComparison.Ordinal);
}
