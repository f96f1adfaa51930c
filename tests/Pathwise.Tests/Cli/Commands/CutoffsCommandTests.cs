using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class CutoffsCommandTests : IDisposable
{
    private const string Model = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\ntextual ~ visual\nspeed ~ textual\n";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private static string Data => Repository.Fixture("studies", "holzinger-swineford.csv");

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public async Task Cutoffs_PrintsATableForEachKindOfAnswers_AndDrawsAFigureForEach()
    {
        var figure = Path.Combine(folder, "noticed.svg");
        var run = await CommandRun.OfAsync("cutoffs", Write(Model), "--data", Data, "--seed", "1", "--replicates", "40", "--answers", "normal,skewed", "--figure", figure);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Cut-offs, normal answers", run.Output);
        Assert.Contains("Cut-offs, skewed answers", run.Output);
        Assert.Contains("speed ~ 0.3*visual", run.Output);
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(figure, TestContext.Current.CancellationToken));
        Assert.Contains("skewed answers", await File.ReadAllTextAsync(Path.Combine(folder, "noticed-skewed.svg"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cutoffs_Json_HasALevelForEachPopulation()
    {
        var json = (await CommandRun.OfAsync("cutoffs", Write(Model), "--data", Data, "--seed", "1", "--replicates", "30", "--cases", "100", "--format", "json")).Json;
        Assert.Equal(100, json.GetProperty("nobs").GetInt32());
        var levels = json.GetProperty("levels").EnumerateArray().ToList();
        Assert.Equal(["none", "cross-loadings", "cross-loadings", "omitted direct path", "omitted direct path", "omitted direct path"], levels.Select(level => level.GetProperty("misspecification").GetString()));
        Assert.All(levels, level => Assert.Equal(3, level.GetProperty("indices").GetArrayLength()));
    }

    [Theory]
    [InlineData("--seed is needed")]
    [InlineData("'five' ", "--seed", "1", "--answers", "five")]
    [InlineData("at least 20 samples", "--seed", "1", "--replicates", "3")]
    public async Task Cutoffs_OfMistakes_EndWithOneLine(string message, params string[] options)
    {
        var run = await CommandRun.OfAsync(["cutoffs", Write(Model), "--data", Data, .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error);
    }

    private string Write(string model)
    {
        var path = Path.Combine(folder, "m.lav");
        File.WriteAllText(path, model);
        return path;
    }
}
