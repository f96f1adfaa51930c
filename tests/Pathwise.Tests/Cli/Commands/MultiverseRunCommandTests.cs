using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class MultiverseRunCommandTests : IDisposable
{
    private static readonly string Plan = Repository.Path("data", "multiverse", "political-democracy.yaml");

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public async Task Run_ThePublishedAnalysis_IsThePlainFit()
    {
        var run = await CommandRun.OfAsync("multiverse", "run", Plan, "--out", folder);
        Assert.Equal(0, run.ExitCode);
        var lines = File.ReadAllLines(Path.Combine(folder, "universes.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var published = lines.Single(line => line.GetProperty("reference").GetBoolean());
        string[] data = [Repository.Path("data", "examples", "political-democracy.lav"), "--data", Repository.Path("data", "examples", "political-democracy.csv")];
        var fit = (await CommandRun.OfAsync(["fit", .. data, "--format", "json"])).Json.GetProperty("fit");
        foreach (var measure in (string[])["chisq", "df", "npar", "cfi", "rmsea", "srmr"])
            Assert.Equal(fit.GetProperty(measure).GetDouble(), published.GetProperty(measure).GetDouble(), 1e-12);
        Assert.Equal(lines.Count, lines.Select(line => line.GetProperty("key").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Run_InShards_IsMergedToTheBytesOfOneRun()
    {
        var (whole, shards) = (Path.Combine(folder, "whole"), Path.Combine(folder, "shards"));
        Assert.Equal(0, (await CommandRun.OfAsync("multiverse", "run", Plan, "--bootstrap", "30", "--out", whole)).ExitCode);
        Assert.Equal(0, (await CommandRun.OfAsync("multiverse", "run", Plan, "--bootstrap", "30", "--out", shards, "--shard", "1/2")).ExitCode);
        var early = await CommandRun.OfAsync("multiverse", "merge", shards);
        Assert.Equal(2, early.ExitCode);
        Assert.Contains("--array=2", early.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandRun.OfAsync("multiverse", "run", Plan, "--bootstrap", "30", "--out", shards, "--shard", "2/2", "--threads", "1")).ExitCode);
        Assert.Equal(0, (await CommandRun.OfAsync("multiverse", "merge", shards)).ExitCode);
        Assert.All((string[])["universes.jsonl", "summary.json", "draws.bin", "run.json"], file =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(whole, file)), File.ReadAllBytes(Path.Combine(shards, file))));
    }

    [Fact]
    public async Task Run_OtherwiseInTheSameFolder_IsRefused()
    {
        Assert.Equal(0, (await CommandRun.OfAsync("multiverse", "run", Plan, "--out", folder)).ExitCode);
        var before = File.ReadAllBytes(Path.Combine(folder, "universes.jsonl"));
        var run = await CommandRun.OfAsync("multiverse", "run", Plan, "--bootstrap", "30", "--out", folder);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder, "universes.jsonl")));
    }

    [Fact]
    public async Task Run_WhereCasesLackVariance_IsAnOutcomeWithItsReason()
    {
        var data = Path.Combine(folder, "data.csv");
        File.WriteAllLines(data, ["x,m,y,g", .. Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"{i % 7},{(i * 3 % 11) + (i % 7)},{(i < 20 ? 1 : i * 5 % 13)},{(i < 20 ? "a" : "b")}"))]);
        var plan = Path.Combine(folder, "plan.yaml");
        File.WriteAllText(plan, """
            title: A group without variance
            base: { model: "m ~ x\ny ~ m", data: data.csv, codebook: none }
            claims: [ { name: H, effect: x -> m -> y, is: nonzero, text: By way of m. } ]
            decisions:
              - name: rows
                type: E
                options:
                  - { name: all, reference: true }
                  - { name: grouped, group: g }
            """);
        var results = Path.Combine(folder, "out");
        var run = await CommandRun.OfAsync("multiverse", "run", plan, "--out", results);
        Assert.True(run.ExitCode == 0, run.Error);
        var other = File.ReadAllLines(Path.Combine(results, "universes.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).Single(line => !line.GetProperty("reference").GetBoolean());
        Assert.Equal("constant variable", other.GetProperty("status").GetString());
        Assert.Contains("y has no variance", other.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }
}
