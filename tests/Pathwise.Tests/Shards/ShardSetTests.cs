using Pathwise.Shards;
using Xunit;

namespace Pathwise.Tests.Shards;

public sealed class ShardSetTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Open_AllShardsInAnyOrder_AreInTheirOrder()
    {
        string[] paths = [.. new[] { 3, 1, 2 }.Select(k => Write(k, 3))];
        var set = ShardSet.Open(paths.Append(paths[0]), "power", "1.0");
        Assert.Equal([1, 2, 3], set.Files.Select(file => file.Header!.Index));
        Assert.Equal(["--n", "5"], set.Header.Arguments);
        Assert.Equal(3, ShardSet.Open([folder], "power", "1.0").Files.Count);
    }

    [Fact]
    public void Open_EachKindOfDefect_NamesWhatToRunAgain()
    {
        foreach (var k in Enumerable.Range(1, 9).Except([2, 3, 7]))
            Write(k, 9, done: k == 9 ? 4 : 10);
        using (var cut = File.OpenWrite(PathOf(5)))
            cut.SetLength(cut.Length - 1);
        File.WriteAllText(PathOf(6), "");
        var message = Refused([folder]);
        Assert.Contains("6 of 9 shards are lacking; missing: 2-3,6-7; damaged: ", message, StringComparison.Ordinal);
        Assert.Contains("unfinished: 9", message, StringComparison.Ordinal);
        Assert.Contains("--array=2-3,5-7,9,", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Open_EveryByteOfAFileChanged_IsNeverTakenForWhole()
    {
        var path = Write(1, 1);
        var bytes = File.ReadAllBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= 0x10;
            File.WriteAllBytes(path, changed);
            Assert.NotEmpty(Refused([path]));
        }
    }

    [Fact]
    public void Open_ShardTwice_NamesBothFiles()
    {
        Write(1, 2);
        Write(2, 2);
        File.Copy(PathOf(1), PathOf(8));
        Assert.Contains($"Shard 1/2 is there more than once: {PathOf(1)}, {PathOf(8)}", Refused([folder]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other", 2, "power", "1.0", "shards of different work")]
    [InlineData("plan", 3, "power", "1.0", "expected shards of one number")]
    [InlineData("plan", 2, "effects", "1.0", "is a shard of 'effects'; expected shards of 'power'")]
    [InlineData("plan", 2, "power", "0.9", "was written by version 0.9")]
    public void Open_Mixture_IsRefused(string plan, int count, string command, string version, string message)
    {
        Write(1, 2);
        Write(2, count, plan, command, version);
        Assert.Contains(message, Refused([folder]), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NothingThatIsAShard_IsRefused()
    {
        Assert.Contains("holds no file *.pwp", Refused([folder]), StringComparison.Ordinal);
        Assert.Contains("There is no file", Refused([PathOf(1)]), StringComparison.Ordinal);
        File.WriteAllText(PathOf(1), "x,y\n1,2\n");
        Assert.Contains("is not the file of a shard", Refused([folder]), StringComparison.Ordinal);
        File.WriteAllText(PathOf(1), "pathwise shard 2\n");
        Assert.Contains("another version", Refused([folder]), StringComparison.Ordinal);
        File.WriteAllText(PathOf(1), "pathwise shard 1\n{}\n");
        Assert.Contains("not even the number of shards is known", Refused([folder]), StringComparison.Ordinal);
    }

    private static string Refused(string[] places) => Assert.Throws<InputException>(() => ShardSet.Open(places, "power", "1.0")).Message;

    private string PathOf(int k) => Path.Combine(folder, $"{k}.pwp");

    private string Write(int k, int count, string plan = "plan", string command = "power", string version = "1.0", int done = 10)
    {
        ShardFile.Write(PathOf(k), new(command, ["--n", "5"], version, plan, k, count, done, 10), writer => writer.Write(k));
        return PathOf(k);
    }
}
