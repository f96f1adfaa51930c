using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli;

public sealed class ReliabilityCommandTests : IDisposable
{
    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", "cli", "reliability.json"))).RootElement;

    private static readonly string Data = Repository.Fixture("lavaan", "cli", "data", "survey.csv");
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Reliability_Json_GivesSemToolsNumbers()
    {
        var run = await CommandRun.OfAsync("reliability", Model(), "--data", Data, "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        AssertSame("factors", "factor", run.Json, "alpha", "omega", "avevar");
        AssertSame("pairs", "first", run.Json, "correlation", "htmt", "htmt2");
    }

    [Fact]
    public async Task Reliability_Table_HasFactorsAndPairs()
    {
        var run = await CommandRun.OfAsync("reliability", Model(), "--data", Data);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"Factor +Indicators +Alpha +Omega +Composite reliability +AVE", run.Output);
        Assert.Matches(@"A, C +[-.0-9]+ +[.0-9]+ +[.0-9]+ +(met|not met)", run.Output);
    }

    [Fact]
    public async Task Reliability_AModelWithoutFactors_IsRefused()
    {
        var run = await CommandRun.OfAsync("reliability", files.Write("path.lav", "x1 ~ x2"), "--data", files.Data);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("no factor", run.Error, StringComparison.Ordinal);
    }

    private static void AssertSame(string list, string name, JsonElement actual, params string[] fields)
    {
        var rows = Expected.GetProperty(list).EnumerateArray().Zip(actual.GetProperty(list).EnumerateArray()).ToList();
        Assert.NotEmpty(rows);
        foreach (var (expected, own) in rows)
        {
            Assert.Equal(expected.GetProperty(name).GetString(), own.GetProperty(name).GetString());
            foreach (var field in fields)
                Assert.Equal(expected.GetProperty(field).GetDouble(), own.GetProperty(field).GetDouble(), 1e-5);
        }
    }

    private string Model() => files.Write("m.lav", Expected.GetProperty("model").GetString()!);
}
