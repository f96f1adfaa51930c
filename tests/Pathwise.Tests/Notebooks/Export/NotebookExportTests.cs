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

    [Fact]
    public void ToHtml_InARepository_SaysWhatTheDataAre()
    {
        var page = File.ReadAllText(NotebookExport.ToHtml(Repository.Fixture("notebooks", "tour.ipynb"), _folder, Repository.Root));
        Assert.Contains("SYNTHETIC DATA", page, StringComparison.Ordinal);
    }
}
