using Xunit;

namespace Pathwise.Tests.Cli.Options;

public sealed class ShardsTests : IDisposable
{
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    public static TheoryData<string> Commands =>
    [
        "power MODEL --data DATA --n 60,100 --replicates 150 --seed 5 --power .8",
        "power MODEL --data DATA --n 40 --replicates 9 --seed 5 --ci percentile,montecarlo --bootstrap 20",
        "power MODEL --data DATA --n 40,50 --replicates 9 --seed 5 --fit-tests --answers skewed",
        "power MODEL --data DATA --n 60 --replicates 40 --seed 5 --tests joint,sobel,mbco --equivalence .3 --set x5~f=.2 --set x6~x5=0 --answers seven",
        "power MODEL --data DATA --n 40 --replicates 7 --seed 5 --tests percentile,adaptive --bootstrap 20 --equivalence .3 --rbm explicit --parameters",
        "effects MODEL --data DATA --bootstrap 90 --seed 3 --ci percentile,bca --bollen-stine 31 --effect f --effect x5 --improper drop",
        "effects MODEL --data FEW --bootstrap 60 --seed 3 --improper redraw",
        "effects MODEL --data FEW --bootstrap 60 --seed 3",
        "influence MODEL --data DATA --effect PATH --reference 19 --seed 4 --budget 130 --most 4",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Merge_ShardsInAnyNumber_PrintsTheBytesOfOneRun(string text)
    {
        var words = Words(text);
        var whole = await CommandRun.OfAsync([.. words, "--format", "json"]);
        Assert.Equal(0, whole.ExitCode);
        foreach (var count in new[] { 1, 3, 7 })
        {
            var folder = Directory.CreateDirectory(files.PathOf($"parts-{count}")).FullName;
            foreach (var k in Enumerable.Range(1, count).Reverse())
                Assert.Equal(0, (await CommandRun.OfAsync([.. words, "--shard", $"{k}/{count}", "--out", folder, "--threads", $"{(k % 3) + 1}"])).ExitCode);
            var merged = await CommandRun.OfAsync(words[0], "merge", folder, "--format", "json");
            Assert.Equal((0, whole.Output), (merged.ExitCode, merged.Output));
        }
    }

    [Fact]
    public async Task Merge_Table_IsThatOfOneRunWithItsFigures()
    {
        var words = Words("power MODEL --data DATA --n 60 --replicates 40 --seed 5");
        var (one, other) = (files.PathOf("one.svg"), files.PathOf("other.svg"));
        var whole = await CommandRun.OfAsync([.. words, "--figure", one]);
        var parts = await RunAsync(words, 2);
        Assert.Equal(whole, await CommandRun.OfAsync(["power", "merge", .. parts, "--figure", other]));
        Assert.Equal(File.ReadAllText(one), File.ReadAllText(other));
    }

    [Fact]
    public async Task Merge_OneShardMissing_SaysWhichToRunAgain()
    {
        var parts = await RunAsync(Words("power MODEL --data DATA --n 60 --replicates 40 --seed 5"), 4);
        var run = await CommandRun.OfAsync("power", "merge", parts[0], parts[3], parts[1]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("1 of 4 shards are lacking; missing: 3. Run them again, in Slurm with --array=3,", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_OtherSeedsOrData_AreRefused()
    {
        var words = Words("effects MODEL --data DATA --bootstrap 20 --seed 3");
        var parts = await RunAsync(words, 2);
        var other = files.PathOf("other.pwp");
        await CommandRun.OfAsync([.. words[..^1], "4", "--shard", "2/2", "--out", other]);
        var mixed = await CommandRun.OfAsync("effects", "merge", parts[0], other);
        Assert.Equal(2, mixed.ExitCode);
        Assert.Contains("shards of different work", mixed.Error, StringComparison.Ordinal);
        await File.AppendAllTextAsync(files.Data, "\n1,2,3,4,5,6,a\n", TestContext.Current.CancellationToken);
        var changed = await CommandRun.OfAsync("effects", "merge", parts[0], parts[1]);
        Assert.Equal(2, changed.ExitCode);
        Assert.Contains("was made of another model or other data", changed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shard_Again_IsThereAlready()
    {
        var words = Words("power MODEL --data DATA --n 60 --replicates 40 --seed 5 --shard 2/3 --out");
        var path = files.PathOf("two.pwp");
        var first = await CommandRun.OfAsync([.. words, path]);
        var bytes = File.ReadAllBytes(path);
        Assert.Equal(first, await CommandRun.OfAsync([.. words, path]));
        Assert.Equal($"{path}: shard 2/3, 13 of 13 samples.\n", first.Output);
        Assert.Equal(bytes, File.ReadAllBytes(path));
        var json = await CommandRun.OfAsync([.. words, path, "--format", "json"]);
        Assert.True(json.Json.GetProperty("shard").GetProperty("complete").GetBoolean());
    }

    [Fact]
    public async Task Shard_MoreShardsThanSamples_SomeAreEmptyAndTheMergeIsWhole()
    {
        var words = Words("power MODEL --data DATA --n 60 --replicates 3 --seed 5");
        var parts = await RunAsync(words, 5);
        Assert.Equal(await CommandRun.OfAsync(words), await CommandRun.OfAsync(["power", "merge", .. parts]));
    }

    [Theory]
    [InlineData("power MODEL --data DATA --n 60 --seed 1 --shard 4/3 --out OUT", "there is no shard 4 of 3")]
    [InlineData("power MODEL --data DATA --n 60 --seed 1 --shard 1/3", "--shard needs --out FILE")]
    [InlineData("power MODEL --data DATA --n 60 --seed 1 --out OUT", "give --shard k/K with it")]
    [InlineData("power MODEL --data DATA --n 60 --seed 1 --shard 1/3 --out OUT/", "There is no folder")]
    [InlineData("power MODEL --data DATA --n 60 --seed 1 --shard 1/3 --out DATA", "is not the file of a shard")]
    [InlineData("power MODEL --data DATA --n 60 --seed 1 --shard 1/3 --out /proc/shard", "Cannot write /proc/shard")]
    [InlineData("power MODEL --data DATA --n 60 --seed 1 --shard 1/3 --out OUT --figure f.svg", "--figure does not go with --shard")]
    [InlineData("power MODEL --data DATA --n 60 --seed 1 --power .8 --effect f=>x6 --shard 1/3 --out OUT", "goes from one study to the next")]
    [InlineData("effects MODEL --data DATA --shard 1/3 --out OUT", "there is nothing to share out")]
    [InlineData("effects MODEL --data DATA --bootstrap 9 --seed 1 --resume r --shard 1/3 --out OUT", "--resume does not go with --shard")]
    [InlineData("influence MODEL --data DATA --effect PATH --shard 1/3 --out OUT", "there is nothing to share out")]
    public async Task Shard_WhatHasNoMeaning_IsRefused(string text, string message)
    {
        var run = await CommandRun.OfAsync(Words(text));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(File.Exists(files.PathOf("out.pwp")));
    }

    private async Task<string[]> RunAsync(string[] words, int count)
    {
        string[] parts = [.. Enumerable.Range(1, count).Select(k => files.PathOf($"part-{k}"))];
        for (var k = 1; k <= count; k++)
            Assert.Equal(0, (await CommandRun.OfAsync([.. words, "--shard", $"{k}/{count}", "--out", parts[k - 1]])).ExitCode);
        return parts;
    }

    private string[] Words(string text) =>
    [
        .. text.Split(' ').Select(word => word switch
        {
            "MODEL" => files.Write("mediation.lav", "f =~ x1 + x2 + x3\nx5 ~ f\nx6 ~ x5 + f\n"),
            "DATA" => files.Data,
            "FEW" => files.Write("few.csv", string.Join('\n', File.ReadLines(files.Data).Take(16))),
            "PATH" => "f -> x5 -> x6",
            "f" => "f -> x5",
            "x5" => "x5 -> x6",
            "OUT" => files.PathOf("out.pwp"),
            "OUT/" => files.PathOf("folder/"),
            _ => word,
        }),
    ];
}
