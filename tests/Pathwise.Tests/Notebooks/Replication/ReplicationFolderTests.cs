using Pathwise.Notebooks.Replication;
using Xunit;

namespace Pathwise.Tests.Notebooks.Replication;

public sealed class ReplicationFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("pathwise-output-").FullName;

    private string Target => Path.Combine(_root, "out");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Complete_AnEarlierReplication_IsReplacedWhole()
    {
        Write("old.html");
        Write("new.html");
        Assert.Equal(["new.html", "scorecard.json"], Directory.EnumerateFiles(Target).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void Dispose_WithoutCompletion_LeavesNothing()
    {
        using (var folder = ReplicationFolder.Replacing(Target))
            File.WriteAllText(Path.Combine(folder.Path, "half"), "");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void Replacing_AnEmptyFolder_IsAllowed()
    {
        Directory.CreateDirectory(Target);
        Write("new.html");
        Assert.True(File.Exists(Path.Combine(Target, "new.html")));
    }

    [Fact]
    public void Replacing_AFile_IsRefused()
    {
        File.WriteAllText(Target, "mine");
        Assert.Contains("is a file", Assert.Throws<InputException>(() => ReplicationFolder.Replacing(Target)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replacing_AFolderThatIsBeingWritten_IsRefused()
    {
        using (ReplicationFolder.Replacing(Target))
        {
            Assert.Contains("is being written by another run", Refusal(Target), StringComparison.Ordinal);
            using var other = ReplicationFolder.Replacing(Target + "-2");
        }

        Write("new.html");
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void Replacing_LeavesFoldersBesideThatItDidNotMake()
    {
        string[] mine = [Target + ".partial", Target + ".previous", Path.Combine(_root, ".out.pathwise-mine"), Path.Combine(_root, $".other.pathwise-{Guid.NewGuid():N}")];
        foreach (var folder in mine)
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, "a"), "mine");
        Write("old.html");
        Write("new.html");
        Assert.All(mine, folder => Assert.Equal("mine", File.ReadAllText(Path.Combine(folder, "a"))));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("my notebooks/a.ipynb")]
    public void Replacing_AReplicationWithSomebodysFiles_IsRefused(string name)
    {
        Write("old.html");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Target, name))!);
        File.WriteAllText(Path.Combine(Target, name), "mine");
        Assert.Contains("which no replication writes", Refusal(Target), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Target, name)));
    }

    [Fact]
    public void Complete_WhereSomebodyPutAFileMeanwhile_LeavesIt()
    {
        using var folder = ReplicationFolder.Replacing(Target);
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "a.txt"), "mine");
        Assert.Throws<InputException>(folder.Complete);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Target, "a.txt")));
    }

    [Fact]
    public void Replacing_ThroughALink_KeepsTheLink()
    {
        Directory.CreateDirectory(Path.Combine(_root, "far"));
        Directory.CreateSymbolicLink(Target, Path.Combine(_root, "far"));
        Write("new.html");
        Assert.Equal(Path.Combine(_root, "far"), new DirectoryInfo(Target).LinkTarget);
        Assert.True(File.Exists(Path.Combine(_root, "far", "new.html")));
    }

    [Fact]
    public void Replacing_AfterAKilledRun_ClearsUpWhatItLeft()
    {
        Write("old.html");
        var killed = Path.Combine(_root, $".out.pathwise-{Guid.NewGuid():N}");
        Directory.CreateDirectory(killed);
        File.WriteAllText(Path.Combine(_root, ".out.pathwise-lock"), "");
        Directory.Move(Target, killed + "-earlier");
        using (ReplicationFolder.Replacing(Target))
            Assert.True(File.Exists(Path.Combine(Target, "old.html")), "Killed between two moves, the earlier replication comes back.");
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_root));
    }

    [Theory]
    [InlineData("data/raw/new")]
    [InlineData("data/raw")]
    [InlineData("data/other/../raw/new")]
    public void Replacing_InRawData_IsRefused(string place)
    {
        Directory.CreateDirectory(Path.Combine(_root, "data", "raw"));
        Assert.Contains("data are read and never written", Refusal(Path.Combine(_root, place)), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_root, "data", "raw")));
    }

    private static string Refusal(string target) => Assert.Throws<InputException>(() => ReplicationFolder.Replacing(target)).Message;

    private void Write(string name)
    {
        using var folder = ReplicationFolder.Replacing(Target);
        File.WriteAllText(Path.Combine(folder.Path, name), "");
        File.WriteAllText(Path.Combine(folder.Path, "scorecard.json"), "{}");
        folder.Complete();
    }
}
