using Pathwise.Surveys;
using Pathwise.Tests.Synthesis;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

[Trait("pace", "slow")]
public sealed class SynthesizeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-synthesize-").FullName;

    private string Targets => Path.Combine(_folder, "targets.json");

    private string Answers => Path.Combine(_folder, "answers.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Synthesize_WritesAnswersThatTheOtherCommandsReadAndSaysThatTheyAreSynthetic()
    {
        File.WriteAllText(Targets, SecondModel.Json);
        var run = await CommandRun.OfAsync("synthesize", Targets, "--seed", "5", "--out", Answers);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"{Answers}: 150 respondents, 9 items, SYNTHETIC DATA from seed 5; the answers meet 16 of 16 targets.\n", run.Output);
        var codebook = Codebook.Read(Path.Combine(_folder, "answers.codebook.yaml"));
        Assert.True(codebook.IsSynthetic);
        Assert.Equal(["f", "g", "h"], codebook.Scales.Select(scale => scale.Name));
        Assert.Equal(["b2"], codebook.Items.Where(item => item.IsReversed).Select(item => item.Name));

        var model = Path.Combine(_folder, "model.txt");
        File.WriteAllText(model, "f =~ a1 + a2 + a3\ng =~ b1 + b2 + b3\nh =~ c1 + c2 + c3\n");
        var fit = await CommandRun.OfAsync("fit", model, "--data", Answers, "--format", "json");
        Assert.Equal(0, fit.ExitCode);
        Assert.Equal(30.25, fit.Json.GetProperty("fit").GetProperty("chisq").GetDouble(), 0.005);
        Assert.All(fit.Json.GetProperty("parameters").EnumerateArray().Where(row => row.GetProperty("op").GetString() == "=~"), row => Assert.True(row.GetProperty("est").GetDouble() > 0));
        var text = await CommandRun.OfAsync("fit", model, "--data", Answers);
        Assert.Contains("synthetic", text.Output + text.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Synthesize_WhatCannotBeMet_WritesTheBestAndNamesEachMissedTarget()
    {
        File.WriteAllText(Targets, SecondModel.Json.Replace("< .06", "< .001", StringComparison.Ordinal));
        var run = await CommandRun.OfAsync("synthesize", Targets, "--seed", "5", "--out", Answers);
        Assert.Equal(4, run.ExitCode);
        Assert.Contains("\n  missed: srmr: printed < .001, found 0.", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Answers));
    }

    [Theory]
    [InlineData("true", 0)]
    [InlineData("false", 2)]
    public async Task Synthesize_BesideACodebook_LeavesIt_AndNeedsItToSaySynthetic(string isSynthetic, int code)
    {
        File.WriteAllText(Targets, SecondModel.Json);
        var path = Path.Combine(_folder, "answers.codebook.yaml");
        var mine = $"title: Mine\nabout: My own words.\nsynthetic: {isSynthetic}\nscales: []\ncolumns: []\n";
        File.WriteAllText(path, mine);
        var run = await CommandRun.OfAsync("synthesize", Targets, "--seed", "5", "--out", Answers);
        Assert.Equal(code, run.ExitCode);
        Assert.Equal(mine, File.ReadAllText(path));
        Assert.Equal(code == 0, File.Exists(Answers));
    }

    [Theory]
    [InlineData("--threads 0", "--threads is 0; expected 1 or more")]
    [InlineData("--seed x", "--seed")]
    public async Task WrongOptions_AreOneLine_AndNothingIsWritten(string options, string expected)
    {
        File.WriteAllText(Targets, SecondModel.Json);
        var run = await CommandRun.OfAsync(["synthesize", Targets, "--out", Answers, .. options.Split(' ')]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        Assert.False(File.Exists(Answers));
    }

    [Theory]
    [InlineData("\"respondents\": 150", "\"respondents\": 2", "respondents")]
    [InlineData("\"kind\": \"cfi\"", "\"kind\": \"gfi2\"", "gfi2")]
    [InlineData("f =~ a1 + a2 + a3", "f =~ a1 + a2 +", "model")]
    public async Task WrongTargets_NameTheFileAndThePlace(string right, string wrong, string expected)
    {
        File.WriteAllText(Targets, SecondModel.Json.Replace(right, wrong, StringComparison.Ordinal));
        var run = await CommandRun.OfAsync("synthesize", Targets, "--out", Answers);
        Assert.Equal(2, run.ExitCode);
        var line = Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains("targets.json", line, StringComparison.Ordinal);
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.False(File.Exists(Answers));
    }
}
