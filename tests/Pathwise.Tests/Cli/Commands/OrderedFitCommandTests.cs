using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class OrderedFitCommandTests : IDisposable
{
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Fit_OrderedVariables_AreFittedByWlsmvUnlessSaidOtherwise()
    {
        var run = await FitAsync("--ordered", "all", "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("WLSMV", run.Json.GetProperty("estimator").GetString());
        Assert.Equal("delta", run.Json.GetProperty("parameterization").GetString());
        Assert.Equal(10, run.Json.GetProperty("ordered").GetArrayLength());
        var tests = run.Json.GetProperty("tests").EnumerateArray().ToArray();
        Assert.Equal(["standard", "scaled.shifted"], tests.Select(test => test.GetProperty("test").GetString()));
        Assert.True(tests[1].TryGetProperty("shift.parameter", out _));
        string[] kinds = [.. run.Json.GetProperty("parameters").EnumerateArray().Select(row => row.GetProperty("op").GetString()!).Distinct()];
        Assert.Contains("|", kinds);
        Assert.Contains("~*~", kinds);
    }

    [Fact]
    public async Task Fit_Table_ShowsThresholdsAndScales()
    {
        var run = await FitAsync("--ordered", "all", "--estimator", "WLSMVS", "--parameterization", "theta");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("m1 | t1", run.Output, StringComparison.Ordinal);
        Assert.Contains("mean- and variance-adjusted test (WLSMVS)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fit_KeptAnalysis_PrintsTheSameBytes()
    {
        var kept = files.PathOf("kept.json");
        var first = await FitAsync("--ordered", "x1,x2,x3", "--parameterization", "theta", "--format", "json", "--write-analysis", kept);
        Assert.Equal(0, first.ExitCode);
        Assert.Equal(first, await CommandRun.OfAsync("fit", "--analysis", kept, "--format", "json"));
    }

    [Theory]
    [InlineData("half", "0.5 in 2 x 2")]
    [InlineData("none", "none")]
    [InlineData("share", "1/(rc)")]
    public async Task Fit_RuleForEmptyCells_IsPrintedAndKept(string name, string printed)
    {
        var kept = files.PathOf($"{name}.json");
        var run = await FitAsync("--ordered", "all", "--zero-add", name, "--format", "json", "--write-analysis", kept);
        Assert.Equal((0, name), (run.ExitCode, run.Json.GetProperty("zero.add").GetString()));
        Assert.Equal(run, await CommandRun.OfAsync("fit", "--analysis", kept, "--format", "json"));
        var sparse = run.Json.GetProperty("warnings").EnumerateArray().Where(warning => warning.GetProperty("code").GetString() == "empty-cells");
        Assert.All(sparse, warning => Assert.Contains($"(rule: {printed})", warning.GetProperty("message").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Effects_Bootstrap_SaysWhichPathAndWhatDrawsLack()
    {
        string[] words = ["effects", Repository.Fixture("lavaan", "ordinal", "s06_mediation", "model.lav"), "--data", Repository.Fixture("lavaan", "ordinal", "s06_mediation", "data.csv"), "--ordered", "all", "--bootstrap", "30", "--seed", "2", "--format", "json"];
        var run = await CommandRun.OfAsync(words);
        Assert.True(run.Json.GetProperty("path").GetProperty("compiled").GetBoolean());
        var draws = run.Json.GetProperty("draws");
        Assert.InRange(draws.GetProperty("lostCategories").GetInt32(), 0, 30);
        Assert.Equal((0, 0), (draws.GetProperty("notPositiveDefinite").GetInt32(), draws.GetProperty("atBound").GetInt32()));
        Assert.Equal(run.Output, (await CommandRun.OfAsync([.. words, "--threads", "2"])).Output);
    }

    [Fact]
    public async Task Effects_ParametricBootstrap_NamesThePathThatItTook()
    {
        string[] words = ["effects", Repository.Fixture("lavaan", "ordinal", "s06_mediation", "model.lav"), "--data", Repository.Fixture("lavaan", "ordinal", "s06_mediation", "data.csv"), "--ordered", "all", "--bootstrap", "2", "--seed", "2", "--resampling", "parametric", "--format", "json"];
        var path = (await CommandRun.OfAsync(words)).Json.GetProperty("path");
        Assert.False(path.GetProperty("compiled").GetBoolean());
        Assert.Equal("answers that are cut from drawn responses", path.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Effects_Profiles_SayWhyThereAreNone()
    {
        var run = await CommandRun.OfAsync("effects", Repository.Fixture("lavaan", "ordinal", "s06_mediation", "model.lav"), "--data", Repository.Fixture("lavaan", "ordinal", "s06_mediation", "data.csv"), "--ordered", "all", "--ci", "profile");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("Profile intervals are of a likelihood, and WLSMV minimizes weighted squares, which have none; ask for delta", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fit_ScoresAndResiduals_AreWritten()
    {
        var run = await FitAsync("--ordered", "all", "--scores", files.PathOf("scores.csv"), "--residuals", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("case,X,M,Y", File.ReadLines(files.PathOf("scores.csv")).First());
        Assert.Equal(351, File.ReadLines(files.PathOf("scores.csv")).Count());
        var rows = run.Json.GetProperty("residuals").EnumerateArray().ToArray();
        Assert.Contains(rows, row => row.GetProperty("op").GetString() == "|" && row.GetProperty("rhs").GetString() == "t1");
        Assert.All(rows.Where(row => row.GetProperty("op").GetString() == "~~" && row.GetProperty("lhs").GetString() != row.GetProperty("rhs").GetString()), row =>
            Assert.Equal(JsonValueKind.Number, row.GetProperty("standardized").ValueKind));
    }

    [Theory]
    [InlineData("ML takes every variable as continuous", "--estimator", "ML")]
    [InlineData("needs maximum likelihood", "--missing", "fiml")]
    [InlineData("'some' is not known; expected half, none, share", "--zero-add", "some")]
    [InlineData("'gamma' is not known; expected delta, theta", "--parameterization", "gamma")]
    public async Task Fit_WhatIsNotThere_IsRefusedInALine(string expected, string option, string value)
    {
        var run = await FitAsync("--ordered", "all", option, value);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    private static Task<CommandRun> FitAsync(params string[] rest) => CommandRun.OfAsync(
        ["fit", Repository.Fixture("lavaan", "ordinal", "s06_mediation", "model.lav"), "--data", Repository.Fixture("lavaan", "ordinal", "s06_mediation", "data.csv"), .. rest]);
}
