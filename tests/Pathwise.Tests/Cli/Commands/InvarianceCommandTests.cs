using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class InvarianceCommandTests : IDisposable
{
    private static readonly string Data = Repository.Fixture("moderation", "invariance", "hs.csv");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Invariance_Json_HasALevelForEachStep()
    {
        var run = await CommandRun.OfAsync("invariance", Model(), "--data", Data, "--group", "school", "--partial", "2", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        var steps = run.Json.GetProperty("steps").EnumerateArray().ToArray();
        Assert.Equal(["configural", "metric", "scalar", "strict"], steps.Select(step => step.GetProperty("model").GetString()));
        Oracle.Near(115.851, steps[0].GetProperty("chisq").GetDouble(), 1e-3);
        Assert.Equal(["x3~1", "x7~1"], steps[2].GetProperty("freed").EnumerateArray().Select(each => each.GetProperty("parameter").GetString()));
        var table = await CommandRun.OfAsync("invariance", Model(), "--data", Data, "--group", "school", "--last", "metric");
        Assert.Contains("T-size RMSEA", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Effects_CompareGroups_HasDifferencesRatiosAndTests()
    {
        var model = Path.Combine(folder.FullName, "paths.lav");
        await File.WriteAllTextAsync(model, "x4 ~ x1\nx9 ~ x4 + x1");
        string[] arguments = ["effects", model, "--data", Data, "--group", "school", "--compare-groups", "--bootstrap", "40", "--seed", "2"];
        var run = await CommandRun.OfAsync([.. arguments, "--format", "json"]);
        var row = run.Json.GetProperty("groupContrasts").EnumerateArray().Single(each => each.GetProperty("difference").GetProperty("via").GetArrayLength() == 1);
        Assert.Equal("group difference", row.GetProperty("difference").GetProperty("kind").GetString());
        Assert.InRange(row.GetProperty("p").GetDouble(), 0, 1);
        Assert.Contains("Effects compared between groups", (await CommandRun.OfAsync(arguments)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("of several groups: give --group COLUMN")]
    [InlineData("'weak' is not known", "--group", "school", "--last", "weak")]
    [InlineData("leave out --group-equal", "--group", "school", "--group-equal", "loadings")]
    [InlineData("expected 0 or more", "--group", "school", "--partial", "-1")]
    [InlineData("'nothing' is no parameter of the model", "--group", "school", "--group-partial", "nothing")]
    public async Task Invariance_WhatCannotBeDone_IsRefusedInOneLine(string message, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["invariance", Model(), "--data", Data, .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    private string Model()
    {
        var path = Path.Combine(folder.FullName, "model.lav");
        File.WriteAllText(path, "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\n");
        return path;
    }
}
