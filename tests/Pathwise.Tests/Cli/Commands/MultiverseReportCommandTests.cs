using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class MultiverseReportCommandTests : IDisposable
{
    private static readonly string Plan = Repository.Path("data", "multiverse", "political-democracy.yaml");

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public async Task Run_WithBootstrapAndNull_SaysWhatFollowsAndReportMakesAPage()
    {
        var results = Path.Combine(folder, "out");
        var run = await CommandRun.OfAsync("multiverse", "run", Plan, "--bootstrap", "99", "--null", "39", "--out", results, "--format", "json");
        Assert.Equal(0, run.ExitCode);
        var curves = run.Json.GetProperty("inference").EnumerateArray().ToList();
        Assert.Equal(6, curves.Count);
        var first = curves[0];
        Assert.Equal("E", first.GetProperty("type").GetString());
        Assert.Equal(["recentred", "recentred", "recentred", "rotated", "rotated", "rotated"], first.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("null").GetString()));
        Assert.Equal(1, first.GetProperty("null").GetProperty("branches").EnumerateObject().Sum(each => each.Value.GetInt32()));
        Assert.Equal(2, first.GetProperty("null").GetProperty("leftOut").EnumerateObject().Sum(each => each.Value.GetInt32()));
        Assert.False(curves[1].TryGetProperty("band", out _));
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(results, "summary.json")));
        Assert.True(JsonElement.DeepEquals(first, summary.RootElement.GetProperty("inference")[0]));

        var page = Path.Combine(folder, "page.html");
        Assert.Equal(0, (await CommandRun.OfAsync("multiverse", "report", results, "--out", page)).ExitCode);
        Assert.Contains("type=\"application/json\"", File.ReadAllText(page), StringComparison.Ordinal);

        // The same again, to the same bytes.
        var before = File.ReadAllBytes(Path.Combine(results, "summary.json"));
        Assert.Equal(0, (await CommandRun.OfAsync("multiverse", "run", Plan, "--bootstrap", "99", "--null", "39", "--threads", "1", "--out", results)).ExitCode);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(results, "summary.json")));
    }

    [Theory]
    [InlineData("--null 5", "--null 5: expected 19 curves or more")]
    [InlineData("--null 99 --shard 1/2", "leave out --shard")]
    public async Task Run_NullThatCannotBeDrawn_IsRefusedBeforeWork(string options, string expected)
    {
        var run = await CommandRun.OfAsync(["multiverse", "run", Plan, "--out", Path.Combine(folder, "none"), .. options.Split(' ')]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "none")));
    }

    [Fact]
    public async Task Report_WithoutResultsOrPage_IsRefusedInOneLine()
    {
        var nothing = await CommandRun.OfAsync("multiverse", "report", folder, "--out", Path.Combine(folder, "page.html"));
        var nowhere = await CommandRun.OfAsync("multiverse", "report", folder);
        Assert.Equal((2, 2), (nothing.ExitCode, nowhere.ExitCode));
        Assert.Single(nothing.Error.TrimEnd().Split('\n'));
        Assert.Contains("--out FILE is missing", nowhere.Error, StringComparison.Ordinal);
    }
}
