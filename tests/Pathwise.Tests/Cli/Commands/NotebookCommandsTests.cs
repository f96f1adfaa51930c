using Pathwise.Cli;
using Pathwise.Cli.Console;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class NotebookCommandsTests
{
    [Theory]
    [InlineData("replicate --data nowhere", "nowhere is not a folder")]
    [InlineData("replicate --unknown", "--unknown")]
    [InlineData("notebook run nowhere.ipynb", "nowhere.ipynb")]
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
}
