using Pathwise.Cli.Console;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Cli.Console;

public sealed class NotebookProgressTests
{
    [Fact]
    public async Task Show_WhereNobodySits_IsALineAtTheStartAndTheEndOfEachNotebook()
    {
        using var writer = new StringWriter();
        var result = await NotebookProgress.ShowAsync(Terminal.On(writer), 2, (started, finished) =>
        {
            started(new CellStarted("01-a.ipynb", 1, 2));
            started(new CellStarted("01-a.ipynb", 2, 2));
            finished(new NotebookRun("01-a.ipynb", new Notebook([]), null, TimeSpan.FromSeconds(1.23)));
            return Task.FromResult(7);
        });
        Assert.Equal(7, result);
        Assert.Equal("[1/2] 01-a: 2 cells\n[1/2] 01-a: done in 1.2 s\n", writer.ToString().ReplaceLineEndings("\n"));
    }
}
