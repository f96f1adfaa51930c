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

    [Theory]
    [InlineData("null", "output 1 of cell 1 is not a JSON object")]
    [InlineData("7", "output 1 of cell 1 is not a JSON object")]
    [InlineData("""{"output_type":"stream","name":3,"text":"x"}""", "name of output 1 of cell 1 is 3, expected a text")]
    [InlineData("""{"output_type":"stream","name":"stdout","text":{"a":1}}""", "output 1 of cell 1 has {\"a\":1} in place of a text")]
    [InlineData("""{"output_type":"error","traceback":[[1]]}""", "in place of a text")]
    [InlineData("""{"output_type":"poem"}""", "output 1 of cell 1 is of type poem")]
    [InlineData("""{"output_type":"stream","text":"\ud83d"}""", "half of a pair of surrogates")]
    [InlineData("""{"output_type":"stream","output_type":"error"}""", "output_type")]
    public void Parse_AnOutputThatIsNone_SaysWhichAndWhy(string output, string expected)
    {
        var json = $$"""{"nbformat":4,"cells":[{"cell_type":"code","source":"1","outputs":[{{output}}]}]}""";
        Assert.Contains(expected, Assert.Throws<InputException>(() => NotebookReader.Parse(json, "n.ipynb")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"nbformat":"4","cells":[]}""")]
    [InlineData("""{"nbformat":4.5,"cells":[]}""")]
    [InlineData("""{"nbformat":1e400,"cells":[]}""")]
    [InlineData("""{"nbformat":4,"cells":[null]}""")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","id":4,"source":""}]}""")]
    [InlineData("""{"nbformat":4,"cells":[],"metadata":{"\udc00":1}}""")]
    [InlineData("""{"nbformat":4,"cells":[],"metadata":{"a":"\ud800"}}""")]
    [InlineData("""{"nbformat":4,"cells":[],"metadata":{"a":1,"a":2}}""")]
    public void Parse_WhatCouldNotBeWrittenBack_IsRefused(string json) => Assert.Throws<InputException>(() => NotebookReader.Parse(json, "n.ipynb"));

    [Fact]
    public void Parse_NestedWithoutEnd_IsRefused() =>
        Assert.Throws<InputException>(() => NotebookReader.Parse($$"""{"nbformat":4,"cells":[],"metadata":{"a":{{new string('[', 100_000)}}""", "n.ipynb"));

    [Fact]
    public void HasTag_TagsThatAreNoTexts_AreNoTags() =>
        Assert.True(NotebookReader.Parse("""{"nbformat":4,"cells":[{"cell_type":"code","source":"","metadata":{"tags":[1,null,"a"]}}]}""", "n").Cells[0].HasTag("a"));

    [Theory]
    [InlineData("{\n\"a\":\"", new byte[] { 0xDF }, "line 2: byte 0xDF")]
    [InlineData("{\n\n\"é\":\"", new byte[] { 0xE2, 0x82 }, "line 3: byte 0xE2")]
    public void Read_ANotebookThatIsNotUtf8_NamesTheLineAndTheByte(string before, byte[] wrong, string expected)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [.. System.Text.Encoding.UTF8.GetBytes(before), .. wrong]);
        var failure = Assert.Throws<InputException>(() => NotebookReader.Read(path));
        File.Delete(path);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AMissingFile_NamesIt() =>
        Assert.Contains("nowhere.ipynb", Assert.Throws<InputException>(() => NotebookReader.Read("nowhere.ipynb")).Message, StringComparison.Ordinal);
}
