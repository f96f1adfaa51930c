using Pathwise.Notebooks.Replication;
using Xunit;

namespace Pathwise.Tests.Notebooks.Replication;

public sealed class DataOverlayTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("pathwise-overlay-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Write_TwoFolders_GivesTheOtherOneWhereBothHaveAFile()
    {
        Put("shipped/raw/a.csv", "shipped");
        Put("shipped/published/b.csv", "shipped");
        Put("other/raw/a.csv", "other");
        var folder = DataOverlay.Write(Path.Combine(_root, "other"), Path.Combine(_root, "shipped"), Path.Combine(_root, "both"), []);
        Assert.Equal("other", File.ReadAllText(Path.Combine(folder, "raw", "a.csv")));
        Assert.Equal("shipped", File.ReadAllText(Path.Combine(folder, "published", "b.csv")));
        Assert.Equal("shipped", File.ReadAllText(Path.Combine(_root, "shipped", "raw", "a.csv")));
    }

    [Fact]
    public void Write_WithoutASurvey_LeavesOutItsFilesAlone()
    {
        foreach (var file in new[] { "raw/a.csv", "raw/a.codebook.yaml", "raw/ab.csv", "published/a.csv" })
            Put("shipped/" + file, "shipped");
        Put("other/raw/ab.csv", "other");
        var folder = DataOverlay.Write(Path.Combine(_root, "other"), Path.Combine(_root, "shipped"), Path.Combine(_root, "both"), ["a"]);
        Assert.Equal(["published/a.csv", "raw/ab.csv"], Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    private void Put(string path, string text)
    {
        var target = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }

    [Fact]
    public void Write_ProtectedFiles_GivesACopyThatCanBeWrittenTo()
    {
        Put("shipped/a.csv", "shipped");
        Put("other/a.csv", "other");
        foreach (var folder in new[] { "shipped", "other" })
            _ = new FileInfo(Path.Combine(_root, folder, "a.csv")) { IsReadOnly = true };
        var copy = new FileInfo(Path.Combine(DataOverlay.Write(Path.Combine(_root, "other"), Path.Combine(_root, "shipped"), Path.Combine(_root, "both"), []), "a.csv"));
        Assert.Equal((false, "other"), (copy.IsReadOnly, File.ReadAllText(copy.FullName)));
    }
}
