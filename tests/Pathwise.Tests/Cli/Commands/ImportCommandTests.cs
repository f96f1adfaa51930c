using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Import_SaysWhatItDecided()
    {
        var run = await CommandRun.OfAsync("import", Repository.Fixture("import", "h_byte.sav"), "--out", Out("a"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("h_byte.sav: SPSS system file (.sav), compressed by bytes", run.Output, StringComparison.Ordinal);
        Assert.Contains("99 (don't know) in col1 (2): the file declares it missing.", run.Output, StringComparison.Ordinal);
        Assert.Equal(["answers.codebook.yaml", "answers.csv"], Directory.GetFiles(Out("a")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Import_Json_HasDecisionsColumnsAndMisfits()
    {
        using var file = new TemporaryFile("a;b\n1,5;2\n2,5\n3;4\n");
        var run = await CommandRun.OfAsync("import", file.Path, "--out", Out("b"), "--format", "json");
        Assert.Equal(3, run.Json.GetProperty("cases").GetInt32());
        Assert.Equal("a", run.Json.GetProperty("columns")[0].GetProperty("name").GetString());
        Assert.Equal(3, run.Json.GetProperty("misfits")[0].GetProperty("row").GetInt32());
        Assert.Contains("separated by semicolons", run.Json.GetProperty("decisions")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_BadInput_EndsInOneLineAndWritesNothing()
    {
        var run = await CommandRun.OfAsync("import", Repository.Fixture("import", "made/errors.xlsx"), "--out", Out("c"));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(Out("c")));
    }

    [Fact]
    public async Task Import_FilesThatAreThere_AreKept()
    {
        var arguments = new[] { "import", Repository.Fixture("import", "small.ods"), "--out", Out("d") };
        Assert.Equal(0, (await CommandRun.OfAsync(arguments)).ExitCode);
        Assert.Equal(2, (await CommandRun.OfAsync(arguments)).ExitCode);
        Assert.Equal(0, (await CommandRun.OfAsync([.. arguments, "--overwrite"])).ExitCode);
    }

    private string Out(string name) => Path.Combine(_folder, name);
}
