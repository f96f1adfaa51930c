using Xunit;

namespace Pathwise.Tests.Cli;

public sealed class EffectsCommandTests : IDisposable
{
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Effects_Json_HasTheContractsFields()
    {
        var run = await CommandRun.OfAsync(
            "effects", Model(), "--data", files.Data, "--bootstrap", "60", "--ci", "percentile,bc,bca,montecarlo,profile,delta", "--standardized", "--seed", "18", "--threads", "2", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        var draws = run.Json.GetProperty("draws");
        Assert.Equal(60, draws.GetProperty("requested").GetInt32());
        Assert.Equal(60, draws.GetProperty("converged").GetInt32() + draws.GetProperty("failed").EnumerateObject().Sum(each => each.Value.GetInt32()));
        Assert.Equal(18, draws.GetProperty("seed").GetInt32());
        Assert.Equal("keep", draws.GetProperty("rule").GetString());
        var effect = run.Json.GetProperty("effects").EnumerateArray().Single(each => each.GetProperty("via").GetArrayLength() == 1);
        Assert.Equal(("x6", "f", "indirect", "x5"), (effect.GetProperty("lhs").GetString(), effect.GetProperty("rhs").GetString(), effect.GetProperty("kind").GetString(), effect.GetProperty("via")[0].GetString()));
        Assert.True(effect.GetProperty("se").GetDouble() > 0);
        Assert.True(effect.GetProperty("std").GetProperty("se").GetDouble() > 0);
        var interval = effect.GetProperty("intervals")[0];
        Assert.Equal(["type", "standardized", "level", "lower", "upper", "p"], interval.EnumerateObject().Select(field => field.Name));
        Assert.Equal(12, effect.GetProperty("intervals").GetArrayLength());
    }

    [Fact]
    public async Task Effects_AnyNumberOfThreads_PrintsTheSame()
    {
        string[] arguments = ["effects", Model(), "--data", files.Data, "--bootstrap", "40", "--seed", "3", "--improper", "redraw"];
        var (one, two) = (await CommandRun.OfAsync([.. arguments, "--threads", "1"]), await CommandRun.OfAsync([.. arguments, "--threads", "2"]));
        Assert.Equal(one.Output, two.Output);
        Assert.All(["Bootstrap samples", "f -> x5 -> x6", "percentile", "bc", "Total"], text => Assert.Contains(text, one.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--seed", "--bootstrap", "10")]
    [InlineData("--bootstrap", "--ci", "bca")]
    [InlineData("'wald' is not known", "--ci", "wald")]
    [InlineData("'toss' is not known", "--improper", "toss", "--bootstrap", "10", "--seed", "1")]
    public async Task Effects_WhatCannotBeDone_IsRefusedInOneLine(string message, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["effects", Model(), "--data", files.Data, .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Power_Json_HasTheContractsFields()
    {
        var run = await CommandRun.OfAsync("power", Model(), "--data", files.Data, "--n", "100", "--replicates", "20", "--seed", "2", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(100, run.Json.GetProperty("n").GetInt32());
        Assert.Equal(20, run.Json.GetProperty("samples").GetProperty("drawn").GetInt32());
        var interval = run.Json.GetProperty("effects")[0].GetProperty("intervals")[0];
        Assert.Equal(["type", "level", "power", "power.se", "coverage", "coverage.se"], interval.EnumerateObject().Select(field => field.Name));
    }

    [Theory]
    [InlineData("no population value for", "--n", "50")]
    [InlineData("--n is needed")]
    public async Task Power_WithoutPopulationOrSize_IsRefused(string message, params string[] arguments)
    {
        string[] data = arguments.Length == 0 ? ["--data", files.Data] : [];
        var run = await CommandRun.OfAsync(["power", Model(), "--seed", "1", .. data, .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private string Model() => files.Write("mediation.lav", "f =~ x1 + x2 + x3\nx5 ~ f\nx6 ~ x5 + f\n");
}
