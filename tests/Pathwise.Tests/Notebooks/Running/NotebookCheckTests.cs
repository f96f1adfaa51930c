using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Notebooks.Running;

public sealed class NotebookCheckTests
{
    [Fact]
    public void OfFile_ACanonicalNotebook_HasNoFault() => Assert.Empty(NotebookCheck.OfFile(Repository.Fixture("notebooks", "tour.ipynb")));

    [Theory]
    [InlineData("x", "at /home/someone/data.csv", "absolute path: /home/someone/data.csv")]
    [InlineData("x", "id 0f8fad5b-d9cb-469f-a165-70867728950e", "random name")]
    [InlineData("x", "took 12 ms", "how long")]
    [InlineData("#r \"a.dll\" // the library", "1", "comment after #r")]
    public void OfFile_WhatDiffersFromRunToRun_IsAFault(string source, string shown, string expected)
    {
        var path = Path.GetTempFileName();
        var cell = new Cell(CellKind.Code, "a", source) { Outputs = [new DataOutput(MimeBundle.Of("text/plain", shown))] };
        File.WriteAllText(path, NotebookWriter.Write(new Notebook([cell])));
        var fault = Assert.Single(NotebookCheck.OfFile(path));
        File.Delete(path);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }

    // As Jupyter's own library writes a file, and as .NET Interactive notes what wrote it.
    [Fact]
    public void OfFile_SavedByAnotherProgram_HasNoFault()
    {
        var path = Path.GetTempFileName();
        var text = File.ReadAllText(Repository.Fixture("notebooks", "tour.ipynb"))
            .Replace("\"nbformat_minor\": 5", "\"nbformat_minor\":   5", StringComparison.Ordinal)
            .Replace("\"language\": \"C#\",", "\"language\": \"C#\", \"extra\": 1,", StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace("\n ", "\n    ", StringComparison.Ordinal) + "\n");
        var faults = NotebookCheck.OfFile(path);
        File.Delete(path);
        Assert.Empty(faults);
    }

    [Fact]
    public void OfFile_AnotherForm_IsAFault()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":[],\"outputs\":[]}],\"metadata\":{}}");
        var faults = NotebookCheck.OfFile(path);
        File.Delete(path);
        Assert.Contains(faults, each => each.Contains("canonical form (.cells[0].id: was null, is \"cell-1\".)", StringComparison.Ordinal));
        Assert.Contains(faults, each => each.Contains("kernelspec", StringComparison.Ordinal));
    }
}
