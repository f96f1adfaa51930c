using Xunit;

namespace Pathwise.Tests.Cli.Options;

public sealed class OrdinalArgumentsTests : IDisposable
{
    private static readonly string Data = Repository.Fixture("mediation", "study.csv");
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Reliability_OfAllOrdered_HasOmegaOfAnswersAndIntervals()
    {
        var run = await CommandRun.OfAsync("reliability", Model(), "--data", Data, "--ordered", "all", "--bootstrap", "20", "--seed", "1", "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var row = run.Json.GetProperty("factors")[0];
        Assert.InRange(row.GetProperty("omega.categorical").GetDouble(), 0.83, 0.84);
        Assert.True(row.GetProperty("omega.categorical.lower").GetDouble() < row.GetProperty("omega.categorical.upper").GetDouble());
        Assert.Equal(0.853898863516074, row.GetProperty("alpha.ordinal").GetDouble(), 1e-6);
        Assert.Equal(7, run.Json.GetProperty("ordered").GetArrayLength());
        Assert.Equal("empty-cells", run.Json.GetProperty("ordered.warnings")[0].GetProperty("code").GetString());
        Assert.InRange(run.Json.GetProperty("pairs")[0].GetProperty("htmt").GetDouble(), 0.6, 0.7);
    }

    [Fact]
    public async Task Reliability_OfOrdered_PrintsTables()
    {
        var run = await CommandRun.OfAsync("reliability", Model(), "--data", Data, "--ordered", "a1,a2,a3,a4");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"Scale +Items +Cases +ω categorical +α ordinal", run.Output);
        Assert.Matches(@"A +4 +92 +\.83\d +\.854", run.Output);
        Assert.Contains("Factors of the responses", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("M   ", run.Output.Split("Factors of the responses")[0].Split("Scale")[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--ordered", "a1,a9", "Not in the variables to correlate, so that it could be ordered: a9")]
    [InlineData("--bootstrap", "20", "--bootstrap belongs to --ordered")]
    [InlineData("--ordered all --estimator", "ML", "by unweighted least squares (ULS); --estimator is ML")]
    [InlineData("--ordered all --missing", "fiml", "leave out --missing")]
    [InlineData("--ordered all --bootstrap", "20", "A seed is needed")]
    public async Task Reliability_OptionsThatContradict_AreRefused(string options, string value, string message)
    {
        var run = await CommandRun.OfAsync(["reliability", Model(), "--data", Data, .. options.Split(' '), value]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Reliability_OfOrderedAnswers_IsRepeatedFromItsAnalysis()
    {
        var (first, again) = (files.PathOf("first.json"), files.PathOf("again.json"));
        var made = await CommandRun.OfAsync("reliability", Model(), "--data", Data, "--ordered", "all", "--bootstrap", "10", "--seed", "4", "--level", "0.9", "--write-analysis", first, "--format", "json");
        var repeated = await CommandRun.OfAsync("reliability", "--analysis", first, "--write-analysis", again, "--format", "json");
        Assert.Equal((0, 0), (made.ExitCode, repeated.ExitCode));
        Assert.Equal(made.Output, repeated.Output);
        Assert.Equal(File.ReadAllText(first), File.ReadAllText(again));
        var other = await CommandRun.OfAsync("reliability", "--analysis", first, "--seed", "5", "--format", "json");
        Assert.NotEqual(made.Output, other.Output);
    }

    [Fact]
    public async Task Reliability_OfCovariances_HasNoAnswers()
    {
        var covariances = files.Write("cov.csv", "a1,a2,a3\n1,,\n0.5,1,\n0.4,0.6,1\n");
        var run = await CommandRun.OfAsync("reliability", files.Write("a.lav", "A =~ a1 + a2 + a3"), "--cov", covariances, "--n", "100", "--ordered", "all");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--ordered needs cases: give --data CSV.", run.Error, StringComparison.Ordinal);
    }

    private string Model() => files.Write("m.lav", "A =~ a1 + a2 + a3 + a4\nM =~ m1 + m2 + m3");
}
