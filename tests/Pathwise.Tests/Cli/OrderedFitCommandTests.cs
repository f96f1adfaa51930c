using Xunit;

namespace Pathwise.Tests.Cli;

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
    [InlineData("ML takes every variable as continuous", "--estimator", "ML")]
    [InlineData("Factor scores of models with ordered variables", "--scores", "scores.csv")]
    [InlineData("needs maximum likelihood", "--missing", "fiml")]
    [InlineData("'gamma' is not known; expected delta, theta", "--parameterization", "gamma")]
    public async Task Fit_WhatIsNotThere_IsRefusedInALine(string expected, string option, string value)
    {
        var run = await FitAsync("--ordered", "all", option, value == "scores.csv" ? files.PathOf(value) : value);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    private static Task<CommandRun> FitAsync(params string[] rest) => CommandRun.OfAsync(
        ["fit", Repository.Fixture("lavaan", "ordinal", "s06_mediation", "model.lav"), "--data", Repository.Fixture("lavaan", "ordinal", "s06_mediation", "data.csv"), .. rest]);
}
