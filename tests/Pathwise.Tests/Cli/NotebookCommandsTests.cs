using Pathwise.Cli;
using Pathwise.Cli.Console;
using Xunit;

namespace Pathwise.Tests.Cli;

public sealed class NotebookCommandsTests
{
    [Theory]
    [InlineData("replicate --data nowhere", "nowhere is not a folder")]
    [InlineData("replicate --unknown", "--unknown")]
    [InlineData("notebook run nowhere.ipynb", "nowhere.ipynb")]
    [InlineData("notebook run nowhere.ipynb --parameter x", "Expected name=value")]
    [InlineData("notebook run nowhere.ipynb --timeout 0", "--timeout")]
    [InlineData("notebook export nowhere.ipynb --to doc", "'doc'")]
    [InlineData("kernel run nowhere.json", "nowhere.json")]
    [InlineData("kernel install --user --prefix x", "expected one of them")]
    public async Task BadInput_IsOneLineAndCode2(string line, string expected)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(ExitCode.BadInput, await CommandLine.RunAsync(line.Split(' '), output, error));
        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().TrimEnd('\n').Split('\n'));
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task NotebookRun_AFailingNotebook_IsOneLineAndCode3()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(ExitCode.Failure, await CommandLine.RunAsync(["notebook", "run", Repository.Fixture("notebooks", "failing.ipynb")], output, error));
        Assert.Equal("pathwise: failing.ipynb, cell 3 (c3), line 4: not one\n", error.ToString());
    }
}
