using Pathwise.Notebooks.Replication;
using Xunit;

namespace Pathwise.Tests.Notebooks.Replication;

public sealed class OutputFolderTests : IDisposable
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
        using (var folder = OutputFolder.Replacing(Target))
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
        Assert.Contains("is a file", Assert.Throws<InputException>(() => OutputFolder.Replacing(Target)).Message, StringComparison.Ordinal);
    }

    private void Write(string name)
    {
        using var folder = OutputFolder.Replacing(Target);
        File.WriteAllText(Path.Combine(folder.Path, name), "");
        File.WriteAllText(Path.Combine(folder.Path, "scorecard.json"), "{}");
        folder.Complete();
    }
}
