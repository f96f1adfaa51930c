using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

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
        Assert.Matches(@"Factor +Indicators +α +ω +CR +AVE", run.Output);
        Assert.Matches(@"A, C +[-.0-9]+ +[.0-9]+ +[.0-9]+ +(met|not met)", run.Output);
    }

    [Fact]
    public async Task Reliability_OfGroups_GivesEachItsOwn()
    {
        var expected = Oracle.Read("semtools", "groups.json");
        var model = files.Write("h.lav", "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\ng =~ visual + textual + speed");
        var run = await CommandRun.OfAsync("reliability", model, "--data", Repository.Fixture("psych", "holzinger.csv"), "--group", "school", "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var second = run.Json.GetProperty("second.order").EnumerateArray().ToArray();
        for (var g = 0; g < 2; g++)
        {
            Assert.Equal(expected["groups"][g]["group"].Text, second[g].GetProperty("group").GetString());
            Assert.Equal(expected["groups"][g]["second"]["omegaL1"].Number, second[g].GetProperty("omega.hierarchical").GetDouble(), 1e-4);
        }

        Assert.Equal(["first", "first", "first", "first", "second", "second", "second", "second"], run.Json.GetProperty("factors").EnumerateArray().Select(row => row.GetProperty("group").GetString()!));
        var table = await CommandRun.OfAsync("reliability", model, "--data", Repository.Fixture("psych", "holzinger.csv"), "--group", "school");
        Assert.Contains("Factors of group second", table.Output, StringComparison.Ordinal);
        Assert.Contains("Reliability of the second-order factors of group first", table.Output, StringComparison.Ordinal);
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
