using Pathwise.Export;
using Xunit;

namespace Pathwise.Tests.Export;

public sealed class ReportFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Write_NewFolder_HasTheFilesAndTheirChecksums()
    {
        var place = Path.Combine(folder, "new", "paper");
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        ReportFolder.Write(place, [ReportFile.Text("b.txt", "b\r\n"), ReportFile.Text("a.txt", "a")]);
        Assert.Equal("b\n", File.ReadAllText(Path.Combine(place, "b.txt")));
        Assert.Equal(2, File.ReadLines(Path.Combine(place, "SHA256SUMS")).Count());
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(place)!));
    }

    [Fact]
    public void Write_UnchangedReport_IsReplacedWhole()
    {
        var place = Path.Combine(folder, "paper");
        ReportFolder.Write(place, [ReportFile.Text("old.txt", "1")]);
        ReportFolder.Write(place, [ReportFile.Text("new.txt", "2")]);
        Assert.Equal(["SHA256SUMS", "new.txt"], Directory.EnumerateFiles(place).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("a.txt", "changed")]
    [InlineData("mine.txt", "new")]
    public void Write_ChangedOrForeignFile_IsRefusedAndNothingIsLost(string name, string text)
    {
        var place = Path.Combine(folder, "paper");
        ReportFolder.Write(place, [ReportFile.Text("a.txt", "1")]);
        File.WriteAllText(Path.Combine(place, name), text);
        Assert.Contains(name, Assert.Throws<InputException>(() => ReportFolder.Probe(place)).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => ReportFolder.Write(place, [ReportFile.Text("a.txt", "2")]));
        Assert.Equal(text, File.ReadAllText(Path.Combine(place, name)));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void Probe_File_IsRefused()
    {
        var place = Path.Combine(folder, "file");
        File.WriteAllText(place, "");
        Assert.Throws<InputException>(() => ReportFolder.Probe(place));
    }
}
