using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class MultiversePlanCommandTests : IDisposable
{
    private static readonly string Shipped = Repository.Path("data", "multiverse", "political-democracy.yaml");

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public async Task Plan_OfTheShippedExample_CountsWhatTheDecisionsAllow()
    {
        var run = await CommandRun.OfAsync("multiverse", "plan", Shipped, "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3 * 3 * 2 * 2, run.Json.GetProperty("universes").GetInt32());
        Assert.Equal(3 * 2, run.Json.GetProperty("types").GetProperty("E").GetInt32());
    }

    [Fact]
    public async Task Plan_PutOnRecord_ReadsNoDataAndIsKnownAgain()
    {
        var (plan, record) = (Path.Combine(folder, "plan.yaml"), Path.Combine(folder, "record.json"));
        File.WriteAllText(plan, File.ReadAllText(Shipped).Replace("../examples/political-democracy.csv", "nobody-has-this.csv", StringComparison.Ordinal)
            .Replace("../examples/", Repository.Path("data", "examples") + "/", StringComparison.Ordinal));
        Assert.Equal(0, (await CommandRun.OfAsync("multiverse", "plan", plan, "--preregister", record)).ExitCode);
        using var written = JsonDocument.Parse(File.ReadAllText(record));
        Assert.Matches("^[0-9a-f]{64}$", written.RootElement.GetProperty("plan.sha256").GetString());
        Assert.Equal(2, (await CommandRun.OfAsync("multiverse", "plan", plan)).ExitCode);

        string[] run = ["--data", Repository.Path("data", "examples", "political-democracy.csv"), "--registered", record, "--out"];
        var same = await CommandRun.OfAsync(["multiverse", "run", plan, .. run, Path.Combine(folder, "same")]);
        Assert.True(same.ExitCode == 0, same.Error);
        File.WriteAllText(plan, File.ReadAllText(plan).Replace("is: positive", "is: nonzero", StringComparison.Ordinal));
        var other = await CommandRun.OfAsync(["multiverse", "run", plan, .. run, Path.Combine(folder, "other")]);
        Assert.NotEqual(Said(same.Error), Said(other.Error));
    }

    [Theory]
    [InlineData("estimator: ULS", "estimator: USL", "estimator is 'USL'; expected one of ML")]
    [InlineData("type: U", "type: X", "type")]
    [InlineData("reference: true", "refrence: true", "refrence")]
    public async Task Plan_WithAMistake_IsRefusedByItsLine(string right, string wrong, string named)
    {
        var plan = Path.Combine(folder, "plan.yaml");
        var text = File.ReadAllText(Shipped).Replace("../examples/", Repository.Path("data", "examples") + "/", StringComparison.Ordinal);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        File.WriteAllText(plan, text[..at] + wrong + text[(at + right.Length)..]);
        var run = await CommandRun.OfAsync("multiverse", "plan", plan);
        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains($"line {text[..at].Count(letter => letter == '\n') + 1}", run.Error, StringComparison.Ordinal);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    private static string Said(string error) => error.Split('\n').Single(line => line.Contains("on record", StringComparison.Ordinal));
}
