using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

/// <summary>Two-stage estimation at the command line: what is printed, by which path samples are fitted, and what is refused.</summary>
public sealed class TwoStageCommandTests : IDisposable
{
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Fit_WithGaps_SaysWhatTheFirstStageHadAndWhichTestToTrust()
    {
        string[] arguments = ["fit", Model(), "--data", Gaps(), "--missing", "robust.two.stage", "--auxiliary", "x6"];
        var run = await CommandRun.OfAsync(arguments);
        Assert.Contains("errors and test robust to data that are not normal. 120 cases", run.Output, StringComparison.Ordinal);
        Assert.Contains("First stage: 30 of 720 values are missing (4.2 %), in 3 patterns; expectation-maximisation took ", run.Output, StringComparison.Ordinal);
        Assert.Contains("steps; auxiliary variables: x6.", run.Output, StringComparison.Ordinal);
        Assert.Contains("(Savalei and Falk 2014): 120 cases for 15 parameters, with missing values.", run.Output, StringComparison.Ordinal);
        var json = (await CommandRun.OfAsync([.. arguments, "--format", "json"])).Json;
        Assert.Equal("robust.two.stage", json.GetProperty("missing").GetString());
        Assert.Equal((30, 720, 3), (json.GetProperty("first.stage").GetProperty("missing").GetInt32(), json.GetProperty("first.stage").GetProperty("values").GetInt32(), json.GetProperty("first.stage").GetProperty("patterns").GetInt32()));
        Assert.Equal(["standard", "satorra.bentler"], json.GetProperty("tests").EnumerateArray().Select(each => each.GetProperty("test").GetString()));
        Assert.False((await CommandRun.OfAsync("fit", Model(), "--data", files.Data, "--format", "json")).Json.TryGetProperty("first.stage", out _));
    }

    [Fact]
    public async Task Effects_WithGaps_AreFittedByCompiledCodeOnAnyNumberOfThreads()
    {
        string[] arguments = ["effects", Path(), "--data", Gaps(), "--missing", "two.stage", "--bootstrap", "40", "--seed", "3", "--ci", "delta,percentile,bca,montecarlo"];
        var json = (await CommandRun.OfAsync([.. arguments, "--format", "json"])).Json;
        Assert.True(json.GetProperty("path").GetProperty("compiled").GetBoolean());
        var (one, two) = (await CommandRun.OfAsync([.. arguments, "--threads", "1"]), await CommandRun.OfAsync([.. arguments, "--threads", "2"]));
        Assert.Equal(0, one.ExitCode);
        Assert.Equal(one.Output, two.Output);
        Assert.DoesNotContain("general path", one.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expected the estimator ML in the place of MLR", "--missing", "two.stage", "--estimator", "MLR")]
    [InlineData("expected the estimator ML in the place of WLSMV", "--missing", "two.stage", "--ordered", "x1")]
    [InlineData("Wishart likelihood has no cases", "--missing", "robust.two.stage", "--likelihood", "wishart")]
    [InlineData("Auxiliary variables belong to the first of two stages", "--auxiliary", "x6")]
    [InlineData("x1: an auxiliary variable is not in the model", "--missing", "two.stage", "--auxiliary", "x1")]
    [InlineData("x66; the nearest name is x6", "--missing", "two.stage", "--auxiliary", "x66")]
    [InlineData("expected observed information", "--missing", "two.stage", "--auxiliary", "x6", "--information", "expected")]
    [InlineData("expected listwise, fiml, pairwise, two.stage, robust.two.stage, ml", "--missing", "two.step")]
    [InlineData("does not go with missing values", "--missing", "two.stage", "--rbm", "explicit")]
    public async Task Fit_WhatTwoStagesDoNotServe_IsRefusedInOneLine(string message, params string[] options)
    {
        var run = await CommandRun.OfAsync(["fit", Model(), "--data", Gaps(), .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    // What is fitted anew to the sample of a fit has its auxiliary variables again.
    [Fact]
    public async Task Equivalents_AuxiliaryVariables_FitOtherModelsToTheSameMoments()
    {
        string[] options = ["--data", Gaps(), "--missing", "two.stage", "--auxiliary", "x4"];
        var run = await CommandRun.OfAsync(["equivalents", Path(), .. options]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("other models are equivalent to yours", run.Output, StringComparison.Ordinal);
        var plain = await CommandRun.OfAsync(["sensitivity", Path(), .. options, "--effect", "x1 -> x2 -> x3"]);
        Assert.Equal((0, ""), (plain.ExitCode, plain.Error));
        var refused = await CommandRun.OfAsync(["influence", Path(), .. options, "--effect", "x1 -> x2 -> x3"]);
        Assert.Equal((2, "pathwise: Cases are left out of the variables of the model alone; leave --auxiliary out."), (refused.ExitCode, refused.Error.Trim()));
    }

    [Fact]
    public async Task Multiverse_ForkOfTreatments_HasTheFitAndResamplesOfTwoStages()
    {
        Gaps();
        var plan = files.Write("plan.yaml", "title: t\nbase:\n  model: |\n    x2 ~ x1\n    x3 ~ x2 + x1\n  data: gaps.csv\nclaims:\n  - { name: H1, effect: x1 -> x2 -> x3, is: positive, text: t }\ndecisions:\n  - name: missing\n    type: E\n    options:\n"
            + "      - { name: complete, reference: true }\n      - { name: two stages, missing: two.stage }\n      - { name: helped, missing: two.stage, auxiliary: [x4] }\n      - { name: robust, missing: robust.two.stage }\n");
        var folder = files.PathOf("out");
        var run = await CommandRun.OfAsync("multiverse", "run", plan, "--bootstrap", "40", "--out", folder);
        Assert.Equal(0, run.ExitCode);
        var lines = File.ReadAllLines(System.IO.Path.Combine(folder, "universes.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(4, lines.Count);
        foreach (var (name, options) in new[] { ("two stages", new[] { "--missing", "two.stage" }), ("helped", ["--missing", "two.stage", "--auxiliary", "x4"]), ("robust", ["--missing", "robust.two.stage"]) })
        {
            var line = lines.Single(each => each.GetProperty("choices").GetProperty("missing").GetString() == name);
            string[] alone = ["effects", Path(), "--data", Gaps(), "--format", "json", .. options];
            var effect = (await CommandRun.OfAsync(alone)).Json.GetProperty("effects").EnumerateArray().First(each => each.GetProperty("kind").GetString() == "indirect");
            Assert.Equal(effect.GetProperty("est").GetDouble(), line.GetProperty("effects").EnumerateArray().First(each => each.GetProperty("kind").GetString() == "indirect").GetProperty("est").GetDouble(), 1e-9);
            Assert.True(line.GetProperty("used").GetInt32() > 30, line.GetRawText());
        }
    }

    private string Model() => files.Write("f.lav", "f =~ x1 + x2 + x3\nx5 ~ f\nx4 ~ x5\n");

    private string Path() => files.Write("p.lav", "x2 ~ x1\nx3 ~ x2 + x1\n");

    // x3 is not there in each sixth case, x5 in each twelfth.
    private string Gaps() => files.Write("gaps.csv", "x1,x2,x3,x4,x5,x6,school\n" + string.Join('\n', files.Cases.Select((row, i) =>
        string.Join(',', row.Select((value, j) => (j == 2 && i % 6 == 0) || (j == 4 && i % 12 == 5) ? "" : value.ToString("R", CultureInfo.InvariantCulture))) + (i % 2 == 0 ? ",a" : ",b"))));
}
