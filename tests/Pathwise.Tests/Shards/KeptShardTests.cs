using Pathwise.Shards;
using Xunit;

namespace Pathwise.Tests.Shards;

public sealed class KeptShardTests : IDisposable
{
    private static readonly ShardHeader Header = new("power", ["model.lav"], "1.0", "plan", 2, 3, 0, 10);

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string FilePath => Path.Combine(folder, "shard.pwp");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Run_Twice_CarriesOnFromWhatWasDone()
    {
        Assert.False(Run(4).IsComplete);
        Assert.True(Run(10).IsComplete);
        using var kept = KeptShard.Open(FilePath, Header);
        var value = 0;
        kept.Earlier!.Read(reader => value = reader.ReadInt32());
        Assert.Equal(10, value);
        Assert.Equal([FilePath], Directory.GetFiles(folder).Where(each => !Path.GetFileName(each).StartsWith('.')));
    }

    [Fact]
    public void Read_MoreOrLessThanIsThere_IsDamage()
    {
        Run(10);
        using var kept = KeptShard.Open(FilePath, Header);
        Assert.Contains("it ends too early", Assert.Throws<InputException>(() => kept.Earlier!.Read(reader => reader.ReadBytes(4 + new BinaryReader(reader.BaseStream).ReadBytes(40).Length + reader.ReadByte()))).Message, StringComparison.Ordinal);
        Assert.Contains("it goes on", Assert.Throws<InputException>(() => kept.Earlier!.Read(_ => { })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ByTwoRuns_IsRefusedToTheSecond()
    {
        using var kept = KeptShard.Open(FilePath, Header);
        Assert.Contains("is being written by another run", Assert.Throws<InputException>(() => KeptShard.Open(FilePath, Header)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Damaged_BeginsAnewAndSaysSo()
    {
        Run(10);
        using (var cut = File.OpenWrite(FilePath))
            cut.SetLength(cut.Length - 7);
        using var kept = KeptShard.Open(FilePath, Header);
        Assert.Null(kept.Earlier);
        Assert.Contains("the shard begins anew", kept.Abandoned, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("effects", "1.0", "plan", 2, "is a shard of 'power'")]
    [InlineData("power", "1.1", "plan", 2, "was written by version 1.0")]
    [InlineData("power", "1.0", "other", 2, "is a shard of other work")]
    [InlineData("power", "1.0", "plan", 3, "is shard 2/3, and 3/3 is asked for")]
    public void Open_OfOtherWork_IsRefused(string command, string version, string plan, int index, string message)
    {
        Run(10);
        Assert.Contains(message, Assert.Throws<InputException>(() => KeptShard.Open(FilePath, new(command, [], version, plan, index, 3, 0, 10))).Message, StringComparison.Ordinal);
    }

    private ShardHeader Run(int until)
    {
        using var kept = KeptShard.Open(FilePath, Header);
        var done = 0;
        kept.Earlier?.Read(reader => done = reader.ReadInt32());
        return kept.Run(() => done = until, () => done, 10, writer => writer.Write(done));
    }
}
