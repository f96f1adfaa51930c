using Pathwise.Multiverse.Runs;
using Pathwise.Shards;
using Pathwise.Tests.Multiverse.Plans;
using Xunit;

namespace Pathwise.Tests.Multiverse.Runs;

public sealed class MultiverseFolderTests : IDisposable
{
    private static readonly string[] Files = [RunHeader.FileName, RunFiles.Lines, RunFiles.Draws, MultiverseFolder.Summary];

    private readonly string folder = Directory.CreateTempSubdirectory("multiverse-").FullName;

    private readonly MultiverseOptions options = new() { Replicates = 50, Seed = 3, Threads = 2 };

    [Fact]
    public void Run_KilledAnywhere_EndsWithTheSameBytes()
    {
        var whole = Whole();
        var lines = File.ReadAllBytes(Path.Combine(whole, RunFiles.Lines));
        var random = new Random(5);
        foreach (var cut in Enumerable.Range(0, 12).Select(_ => random.Next(lines.Length)))
        {
            var killed = At($"killed-{cut}");
            Directory.CreateDirectory(killed);
            File.Copy(Path.Combine(whole, RunHeader.FileName), Path.Combine(killed, RunHeader.FileName));
            File.WriteAllBytes(Path.Combine(killed, RunFiles.Lines), lines[..cut]);
            File.WriteAllBytes(Path.Combine(killed, RunFiles.Draws), File.ReadAllBytes(Path.Combine(whole, RunFiles.Draws))[..random.Next(2 * 2 * 50 * 8)]);
            PlanText.Read(PlanText.Estimators, PlanText.Residuals).Run(killed, options with { Threads = 1 });
            AssertSame(whole, killed);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Merge_AnyNumberOfShards_GivesTheSameBytes(int count)
    {
        var (whole, parts) = (Whole(), At($"parts-{count}"));
        for (var k = 1; k <= count; k++)
            Shard(parts, k, count);
        MultiverseMerging.Merge(parts);
        AssertSame(whole, parts);
    }

    [Fact]
    public void Merge_MissingDamagedAndMixedShards_AreNamed()
    {
        var parts = At("parts");
        Shard(parts, 1, 3);
        Shard(parts, 3, 3);
        Assert.Contains("missing or unfinished: 2", Complaint(parts), StringComparison.Ordinal);
        Shard(parts, 2, 3);
        File.AppendAllText(Path.Combine(parts, "shard-3-of-3", RunFiles.Lines), " ");
        Assert.Contains("damaged: 3", Complaint(parts), StringComparison.Ordinal);
        Directory.Delete(Path.Combine(parts, "shard-3-of-3"), true);
        Shard(parts, 3, 3, options with { Seed = 4 });
        Assert.Contains("different runs", Complaint(parts), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_IntoAnotherRunsFolder_IsRefused()
    {
        var whole = Whole();
        var problem = Assert.ThrowsAny<InputException>(() => PlanText.Read(PlanText.Estimators).Run(whole, options));
        Assert.Contains("another plan", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatWasWritten_IsWhatWasFound()
    {
        var (read, run) = (MultiverseFolder.Read(Whole()), PlanText.Read(PlanText.Estimators, PlanText.Residuals).Run(options));
        Assert.Equal(run.Rows.Select(UniverseLine.Of), read.Rows.Select(UniverseLine.Of));
        for (var i = 0; i < run.Rows.Count; i++)
            Assert.Equal(run.Draws(i, 0).ToArray(), read.Draws(i, 0).ToArray());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Complaint(string parts) => Assert.ThrowsAny<InputException>(() => MultiverseMerging.Merge(parts)).Message;

    private string Whole()
    {
        if (!Directory.Exists(At("whole")))
            PlanText.Read(PlanText.Estimators, PlanText.Residuals).Run(At("whole"), options);
        return At("whole");
    }

    private string At(string name) => Path.Combine(folder, name);

    private void Shard(string parts, int k, int count, MultiverseOptions? other = null) => MultiverseFolder.Run(
        PreparedMultiverse.Of(PlanText.Read(PlanText.Estimators, PlanText.Residuals), (other ?? options) with { Shard = new Shard(k, count) }),
        Path.Combine(parts, ShardFolder.Name(new(k, count))), null, CancellationToken.None);

    private static void AssertSame(string one, string other) =>
        Assert.All(Files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(one, file)), File.ReadAllBytes(Path.Combine(other, file))));
}
