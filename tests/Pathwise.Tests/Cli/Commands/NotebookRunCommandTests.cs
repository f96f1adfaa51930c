using Xunit;

namespace Pathwise.Tests.Cli.Commands;

[Trait("pace", "slow")]
public sealed class NotebookRunCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-run-").FullName;

    private static string Tour => Repository.Fixture("notebooks", "tour.ipynb");

    private static string Failing => Repository.Fixture("notebooks", "failing.ipynb");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Run_WithoutAPlace_LeavesTheFileAlone_AndWithOneWritesThere()
    {
        var before = File.ReadAllBytes(Tour);
        var only = await CommandRun.OfAsync("notebook", "run", Tour);
        Assert.Equal(0, only.ExitCode);
        Assert.Matches(@"^tour(\.ipynb)?: \d+\.\d s\n$", only.Output);
        var run = await CommandRun.OfAsync("notebook", "run", Tour, "--out", Path.Combine(_folder, "new", "place"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"execution_count\": 1", File.ReadAllText(Path.Combine(_folder, "new", "place", "tour.ipynb")), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Tour));
    }

    [Fact]
    public async Task Run_AFailingNotebookInPlace_KeepsWhatWasThere()
    {
        var copy = Path.Combine(_folder, "failing.ipynb");
        File.Copy(Failing, copy);
        var run = await CommandRun.OfAsync("notebook", "run", copy, "--in-place");
        Assert.Equal((3, "pathwise: failing.ipynb, cell 3 (c3), line 4: not one\n"), (run.ExitCode, run.Error));
        Assert.Equal(File.ReadAllBytes(Failing), File.ReadAllBytes(copy));
    }

    [Fact]
    public async Task Run_AFailingNotebookIntoAFolder_WritesWhatItGaveUntilThen()
    {
        var run = await CommandRun.OfAsync("notebook", "run", Failing, Tour, "--out", _folder);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("not one", File.ReadAllText(Path.Combine(_folder, "failing.ipynb")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "tour.ipynb")));
    }

    [Theory]
    [InlineData("--parameter x", "Not a parameter: x. Expected name=value.")]
    [InlineData("--timeout -1", "--timeout is -1; expected a number of seconds above 0.")]
    [InlineData("--timeout NaN", "--timeout")]
    public async Task WrongOptions_AreOneLine_BeforeAnythingRuns(string options, string expected)
    {
        var run = await CommandRun.OfAsync(["notebook", "run", Tour, .. options.Split(' ')]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, Assert.Single(run.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputIntoAFile_IsOneLineAndCode2()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "mine");
        var run = await CommandRun.OfAsync("notebook", "run", Tour, "--out", file);
        Assert.Equal((2, $"pathwise: {file} is a file, expected a folder to write to.\n"), (run.ExitCode, run.Error));
        Assert.Equal("mine", File.ReadAllText(file));
    }
}
