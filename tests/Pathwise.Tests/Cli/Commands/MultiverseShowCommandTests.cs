using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class MultiverseShowCommandTests : IDisposable
{
    private static readonly string Plan = Repository.Path("data", "multiverse", "political-democracy.yaml");

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public async Task Show_AUniverse_WritesAnAnalysisThatGivesItsNumbers()
    {
        var results = Path.Combine(folder, "results");
        Assert.Equal(0, (await CommandRun.OfAsync("multiverse", "run", Plan, "--out", results)).ExitCode);
        var line = File.ReadAllLines(Path.Combine(results, "universes.jsonl")).Select(each => JsonDocument.Parse(each).RootElement)
            .First(each => each.GetProperty("choices").GetProperty("estimator").GetString() == "ULS" && each.GetProperty("choices").GetProperty("outliers").GetString() == "mahalanobis");
        var key = line.GetProperty("key").GetString()!;
        var target = Path.Combine(folder, "universe");
        var shown = await CommandRun.OfAsync("multiverse", "show", key[..12], Plan, "--out", target, "--format", "json");
        Assert.True(shown.ExitCode == 0, shown.Error);
        Assert.Equal(key, shown.Json.GetProperty("key").GetString());
        Assert.Contains("lavaan", shown.Json.GetProperty("lavaan").GetString(), StringComparison.Ordinal);

        var files = Directory.GetFiles(target);
        var model = files.Single(file => file.EndsWith(".lav", StringComparison.Ordinal));
        var data = files.Single(file => file.EndsWith(".csv", StringComparison.Ordinal));
        var fit = await CommandRun.OfAsync("fit", model, "--data", data, "--raw", "--estimator", "ULS", "--format", "json");
        Assert.True(fit.ExitCode == 0, fit.Error);
        Assert.Equal(line.GetProperty("chisq").GetDouble(), fit.Json.GetProperty("fit").GetProperty("chisq").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task Show_AKeyThatNoUniverseHas_IsRefusedInOneLine()
    {
        var run = await CommandRun.OfAsync("multiverse", "show", "zzzz", Plan);
        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains("zzzz", run.Error, StringComparison.Ordinal);
    }
}
