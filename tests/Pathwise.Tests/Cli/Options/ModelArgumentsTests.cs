using Xunit;

namespace Pathwise.Tests.Cli.Options;

public sealed class ModelArgumentsTests
{
    private static readonly string Model = Repository.Fixture("lavaan", "ordinal", "s06_mediation", "model.lav");
    private static readonly string Data = Repository.Fixture("lavaan", "ordinal", "s06_mediation", "data.csv");

    [Theory]
    [InlineData("fit", "--ordered", "", "--ordered names no variable")]
    [InlineData("effects", "--ordered", ",", "--ordered names no variable")]
    [InlineData("fit", "--parameterization", "theta", "--parameterization belongs to ordered variables")]
    [InlineData("influence", "--ordered", "x9", "Not in the observed variables of the model, so that it could be ordered: x9")]
    public async Task Command_WhatSaysSomethingOfOrderedVariablesWithoutAny_IsRefused(string command, string option, string value, string message)
    {
        string[] own = command == "influence" ? ["--effect", "X -> M -> Y"] : [];
        var run = await CommandRun.OfAsync([command, Model, "--data", Data, option, value, .. own]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Fit_TheEstimatorOfOrderedVariables_IsTheDefaultWhereTheyAreNamed()
    {
        var run = await CommandRun.OfAsync("fit", Model, "--data", Data, "--ordered", "all", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("WLSMV", run.Json.GetProperty("estimator").GetString());
    }
}
