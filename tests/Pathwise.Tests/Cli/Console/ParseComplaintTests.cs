using Xunit;

namespace Pathwise.Tests.Cli.Console;

/// <summary>What is wrong with a command line, before any work.</summary>
public sealed class ParseComplaintTests
{
    [Theory]
    [InlineData("notebook export A.ipynb --unknown X", "Unrecognized option '--unknown'. See 'pathwise notebook export --help'.")]
    [InlineData("notebook run --in-plaice A.ipynb", "Unrecognized option '--in-plaice'. See 'pathwise notebook run --help'.")]
    [InlineData("fit --std-lw m.lav --data d.csv", "Unrecognized option '--std-lw'. See 'pathwise fit --help'.")]
    [InlineData("fit m.lav --level 3 --data d.csv", "Unrecognized command or argument '--level'.")]
    [InlineData("fit m.lav other.lav --data d.csv", "Unrecognized command or argument 'other.lav'.")]
    [InlineData("effects m.lav --bootstrap many", "--bootstrap: 'many' is not a whole number of at most 2147483647.")]
    [InlineData("fit -- --strange.lav", "--strange.lav does not exist.")]
    public async Task Command_ThatIsNotUnderstood_IsRefusedByTheWord(string line, string expected)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"pathwise: {expected}", run.Error, StringComparison.Ordinal);
    }
}
