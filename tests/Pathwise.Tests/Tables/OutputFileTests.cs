using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Tables;

public sealed class OutputFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pathwise-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Write_NewFile_HoldsTheTextAndNothingElseIsLeft()
    {
        OutputFile.Write(Place("a.csv"), writer => writer.WriteLine("x"));
        Assert.Equal("x\n"u8.ToArray(), File.ReadAllBytes(Place("a.csv")));
        Assert.Equal(["a.csv"], Names());
    }

    [Fact]
    public void Write_ThatFails_LeavesTheOldFileAndNothingElse()
    {
        File.WriteAllText(Place("a.csv"), "old");
        var full = Assert.Throws<InputException>(() => OutputFile.Write(Place("a.csv"), writer =>
        {
            writer.Write("half");
            throw new IOException("No space left on device : '/somewhere/.pathwise-1.tmp'");
        }));
        Assert.Equal($"Cannot write {Place("a.csv")}: no space left on device.", full.Message);
        Assert.Throws<InvalidOperationException>(() => OutputFile.Write(Place("a.csv"), _ => throw new InvalidOperationException()));
        Assert.Equal("old", File.ReadAllText(Place("a.csv")));
        Assert.Equal(["a.csv"], Names());
    }

    [Fact]
    public void Write_LeavesFilesThatItDidNotMake()
    {
        foreach (var mine in new[] { "a.csv.partial", "a.csv.previous", "a.csv.tmp" })
            File.WriteAllText(Place(mine), "mine");
        OutputFile.Write(Place("a.csv"), writer => writer.Write("new"));
        Assert.All(["a.csv.partial", "a.csv.previous", "a.csv.tmp"], name => Assert.Equal("mine", File.ReadAllText(Place(name))));
    }

    [Fact]
    public void Write_ThroughLinks_ReplacesWhatTheyPointTo()
    {
        Directory.CreateDirectory(Place("far"));
        File.WriteAllText(Place("far/a.csv"), "old");
        File.CreateSymbolicLink(Place("second"), "far/a.csv");
        File.CreateSymbolicLink(Place("first"), "second");
        File.CreateSymbolicLink(Place("new"), "far/b.csv");
        OutputFile.Write(Place("first"), writer => writer.Write("new"));
        OutputFile.Write(Place("new"), writer => writer.Write("b"));
        Assert.Equal(("far/a.csv", "second", "new", "b"), (
            new FileInfo(Place("second")).LinkTarget, new FileInfo(Place("first")).LinkTarget, File.ReadAllText(Place("far/a.csv")), File.ReadAllText(Place("far/b.csv"))));
    }

    [Fact]
    public void Write_LinksInACircle_IsRefused()
    {
        File.CreateSymbolicLink(Place("a"), "b");
        File.CreateSymbolicLink(Place("b"), "a");
        Assert.Contains("too many symbolic links", Refusal(Place("a")), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_KeepsTheModeOfTheFile()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.WriteAllText(Place("a.csv"), "old");
        File.SetUnixFileMode(Place("a.csv"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        OutputFile.Write(Place("a.csv"), writer => writer.Write("new"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Place("a.csv")));
    }

    [Fact]
    public void Write_MakesTheFolderWhereAsked()
    {
        Assert.Contains("does not exist", Refusal(Place("new/a.csv")), StringComparison.Ordinal);
        OutputFile.Probe(Place("new/below/a.csv"), makesFolder: true);
        Assert.Empty(Names());
        OutputFile.Write(Place("new/below/a.csv"), writer => writer.Write("x"), makesFolder: true);
        Assert.True(File.Exists(Place("new/below/a.csv")));
    }

    [Fact]
    public void Places_ThatCannotBeWritten_AreRefusedBeforeAndAfterTheWork()
    {
        File.WriteAllText(Place("read-only.csv"), "old");
        new FileInfo(Place("read-only.csv")).IsReadOnly = true;
        Assert.EndsWith("it is read-only.", Refusal(Place("read-only.csv")), StringComparison.Ordinal);
        Assert.EndsWith("it is a folder; expected a file.", Refusal(_folder.FullName), StringComparison.Ordinal);
        Assert.EndsWith("it names a folder; expected a file.", Refusal(Place("a.csv/")), StringComparison.Ordinal);
        Assert.StartsWith("'' is not the name of a file", Refusal(""), StringComparison.Ordinal);
        Assert.StartsWith("'a\\0b' is not the name of a file", Refusal("a\0b"), StringComparison.Ordinal);
        Assert.StartsWith("Cannot write ", Refusal(Place("read-only.csv/a.csv")), StringComparison.Ordinal);
        Assert.StartsWith("Cannot write ", Refusal(Place(new string('n', 300))), StringComparison.Ordinal);
        new FileInfo(Place("read-only.csv")).IsReadOnly = false;
        Assert.Equal(["read-only.csv"], Names());
    }

    [Fact]
    public void Devices_AreWrittenThrough_OrRefused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The devices of Linux.");
        OutputFile.Write("/dev/null", writer => writer.Write("x"));
        OutputFile.Probe("/dev/null");
        Assert.Equal("Cannot write /proc/x: there is no such device.", Refusal("/proc/x"));
        Assert.Equal("Cannot write /dev/full: no space left on device.", Assert.Throws<InputException>(() => OutputFile.Write("/dev/full", writer => writer.Write("x"))).Message);
        File.CreateSymbolicLink(Place("link"), "/dev/null");
        OutputFile.Write(Place("link"), writer => writer.Write("x"));
        Assert.Equal("/dev/null", new FileInfo(Place("link")).LinkTarget);
    }

    [Theory]
    [InlineData("data/raw/a.csv")]
    [InlineData("data/processed/../raw/a.csv")]
    [InlineData("data/raw/below/a.csv")]
    [InlineData("link/a.csv")]
    [InlineData("file.csv")]
    public void RawData_AreNotWritten_ByWhateverWay(string path)
    {
        Directory.CreateDirectory(Place("data/raw/below"));
        Directory.CreateDirectory(Place("data/processed"));
        File.CreateSymbolicLink(Place("link"), "data/processed/../raw/below");
        File.CreateSymbolicLink(Place("file.csv"), "link/new.csv");
        Assert.Contains("data are read and never written", Refusal(Place(path)), StringComparison.Ordinal);
        OutputFile.Write(Place(path), writer => writer.Write("x"), isRaw: true);
        OutputFile.Write(Place("data/processed/a.csv"), writer => writer.Write("x"));
    }

    // The question before the work and the answer after it are the same.
    private static string Refusal(string path)
    {
        var before = Assert.Throws<InputException>(() => OutputFile.Probe(path)).Message;
        Assert.Equal(before, Assert.Throws<InputException>(() => OutputFile.Write(path, _ => { })).Message);
        Assert.DoesNotContain('\n', before);
        return before;
    }

    private string Place(string name) => Path.Combine(_folder.FullName, name);

    private IEnumerable<string> Names() => _folder.GetFileSystemInfos().Select(each => each.Name).Order(StringComparer.Ordinal);
}
