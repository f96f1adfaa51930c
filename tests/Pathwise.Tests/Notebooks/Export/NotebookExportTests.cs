using Pathwise.Notebooks.Export;
using Xunit;

namespace Pathwise.Tests.Notebooks.Export;

public sealed class NotebookExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ToHtml_ANotebook_IsAPageOfItsOutputs()
    {
        var page = File.ReadAllText(NotebookExport.ToHtml(Repository.Fixture("notebooks", "tour.ipynb"), _folder, null));
        Assert.Contains("<title>What a cell can show</title>", page, StringComparison.Ordinal);
        Assert.Contains("4 numbers", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/../../tour.ipynb", "tour.html")]
    [InlineData("...ipynb", "...html")]
    [InlineData("<b>\"&.ipynb", "<b>\"&.html")]
    public void ToHtml_ANameOfAnyKind_WritesIntoTheFolderAlone(string name, string expected)
    {
        var source = Directory.CreateDirectory(Path.Combine(_folder, "x", "y", "a")).Parent!.FullName;
        var path = Path.Combine(source, name);
        File.Copy(Repository.Fixture("notebooks", "tour.ipynb"), path);
        var before = Files();
        var written = NotebookExport.ToHtml(path, Directory.CreateDirectory(Path.Combine(_folder, "out")).FullName, null);
        Assert.Equal(Path.Combine(_folder, "out", expected), written);
        Assert.All(Files().Except(before), each => Assert.StartsWith(Path.Combine(_folder, "out") + Path.DirectorySeparatorChar, each, StringComparison.Ordinal));
    }

    [Fact]
    public void ToHtml_AFolderThatIsNone_IsRefused()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        var mistake = Assert.Throws<InputException>(() => NotebookExport.ToHtml(Repository.Fixture("notebooks", "tour.ipynb"), Path.Combine(file, "in"), null));
        Assert.StartsWith("Cannot write ", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_BesideAGlossary_WritesItToo()
    {
        File.Copy(Repository.Fixture("notebooks", "tour.ipynb"), Path.Combine(_folder, "tour.ipynb"));
        File.WriteAllText(Path.Combine(_folder, "glossary.md"), "# Words\n\n### Mean\n\nA sum, divided.\n");
        NotebookExport.ToHtml(Path.Combine(_folder, "tour.ipynb"), _folder, null);
        Assert.Contains("<h3 id=\"mean\">Mean</h3>", File.ReadAllText(Path.Combine(_folder, "glossary.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_InARepository_SaysWhatTheDataAre()
    {
        var page = File.ReadAllText(NotebookExport.ToHtml(Repository.Fixture("notebooks", "tour.ipynb"), _folder, Repository.Root));
        Assert.Contains("SYNTHETIC DATA", page, StringComparison.Ordinal);
    }

    private string[] Files() => Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
}
