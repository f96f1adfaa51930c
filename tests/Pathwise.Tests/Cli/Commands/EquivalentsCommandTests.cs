using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class EquivalentsCommandTests
{
    private static readonly string Model = Repository.Path("data", "examples", "political-democracy.lav"), Data = Repository.Path("data", "examples", "political-democracy.csv");

    [Fact]
    public async Task Equivalents_Json_IsAnArrayOfModels()
    {
        var run = await CommandRun.OfAsync("equivalents", Model, "--data", Data, "--format", "json");
        Assert.Equal(0, run.ExitCode);
        JsonElement[] rows = [.. run.Json.EnumerateArray()];
        Assert.True(rows[0].GetProperty("own").GetBoolean());
        Assert.Equal("dem60 ~ ind60; dem65 ~ ind60 + dem60", rows[0].GetProperty("model").GetString());
        Assert.All(rows, row =>
        {
            Assert.Equal(38.125218, row.GetProperty("chisq").GetDouble(), 1e-5);
            Assert.Equal(35, row.GetProperty("df").GetInt32());
            Assert.True(row.GetProperty("equivalent").GetBoolean());
            Assert.Equal(row.GetProperty("trouble").GetString()!.Length == 0, row.GetProperty("proper").GetBoolean());
            Assert.All(row.GetProperty("effects").EnumerateArray(), effect => Assert.Equal("indirect", effect.GetProperty("kind").GetString()));
        });
    }

    [Fact]
    public async Task Equivalents_Table_SaysWhatCanBeConcluded()
    {
        var run = await CommandRun.OfAsync("equivalents", Model, "--data", Data);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("31 other models are equivalent to yours", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"ind60 → dem65 → dem60 +equivalent +2\.040", run.Output);
    }

    [Theory]
    [InlineData("--first ind61", "the nearest name is ind60")]
    [InlineData("--first dem65", "The model explains dem65")]
    [InlineData("--most 10", "32 ways")]
    [InlineData("--near x", "--near")]
    [InlineData("--ci bc", "needs --bootstrap")]
    public async Task Equivalents_BadInput_IsOneLineAndExitCodeTwo(string options, string reason)
    {
        var run = await CommandRun.OfAsync(["equivalents", Model, "--data", Data, .. options.Split(' ')]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }
}
