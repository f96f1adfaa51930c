using Xunit;

namespace Pathwise.Tests.Cli.Commands;

/// <summary>Exports of several notebooks: all are read before the first is written.</summary>
public sealed class NotebookExportCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("none.ipynb", "none.ipynb")]
    [InlineData("broken.ipynb", "broken.ipynb")]
    public async Task Export_SecondNotebookCannotBeRead_WritesNeither(string second, string expected)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.ipynb"), "{");
        var target = Path.Combine(folder, "pages");
        var run = await CommandRun.OfAsync("notebook", "export", Repository.Path("notebooks", "04-mediation.ipynb"), Path.Combine(folder, second), "--out", target);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(target));
    }

    [Fact]
    public async Task Export_Notebooks_WritesAPageEach()
    {
        var run = await CommandRun.OfAsync("notebook", "export", Repository.Path("notebooks", "04-mediation.ipynb"), Repository.Path("notebooks", "05-common-method.ipynb"), "--out", folder);
        Assert.Equal(0, run.ExitCode);
        Assert.All((string[])["04-mediation.html", "05-common-method.html"], name => Assert.True(File.Exists(Path.Combine(folder, name))));
    }
}
