using Pathwise.Cli.Console;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class NewCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-new-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task New_AStudy_SaysWhatToDoNext()
    {
        var run = await CommandRun.OfAsync(Arguments("study", "political-democracy.lav"));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("3 hypotheses in study.yaml; change into it and run 'pathwise replicate'", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "study", "study.yaml")));
    }

    [Fact]
    public async Task New_AFolderThatIsNotEmpty_IsRefusedInOneLine()
    {
        File.WriteAllText(Path.Combine(_folder, "mine.txt"), "");
        var run = await CommandRun.OfAsync(Arguments("", "political-democracy.lav"));
        Assert.Equal((ExitCode.BadInput, 1), (run.ExitCode, run.Error.Trim().Split('\n').Length));
        Assert.Contains("is not empty: it holds mine.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_AModelThatIsMissing_WritesNothing()
    {
        var run = await CommandRun.OfAsync(Arguments("study", "nowhere.lav"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    private string[] Arguments(string folder, string model) =>
    [
        "new", Path.Combine(_folder, folder), "--codebook", Repository.Path("data", "examples", "political-democracy.codebook.yaml"),
        "--data", Repository.Path("data", "examples", "political-democracy.csv"), "--model", Repository.Path("data", "examples", model),
    ];
}
