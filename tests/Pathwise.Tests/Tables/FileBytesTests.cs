using Pathwise.Tables;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Tables;

public sealed class FileBytesTests
{
    [Fact]
    public void Read_AFileOfTheMostBytes_IsWhole()
    {
        using var file = new TemporaryFile([1, 2, 3]);
        Assert.Equal([1, 2, 3], FileBytes.Read(file.Path, 3, length => $"has {length}"));
    }

    [Fact]
    public void Read_OneByteMore_IsRefusedInTheWordsOfTheCaller()
    {
        using var file = new TemporaryFile([1, 2, 3]);
        Assert.Equal($"{file.Path} has 3", Assert.Throws<InputException>(() => FileBytes.Read(file.Path, 2, length => $"has {length}")).Message);
    }

    [Fact]
    public void Read_WhatIsNoFile_SaysWhatItIs()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), "no", "such.csv");
        Assert.EndsWith("is a folder; expected a file.", Assert.Throws<InputException>(() => FileBytes.Read(Path.GetTempPath(), 9, _ => "")).Message, StringComparison.Ordinal);
        Assert.EndsWith("does not exist.", Assert.Throws<InputException>(() => FileBytes.Read(nowhere, 9, _ => "")).Message, StringComparison.Ordinal);
    }
}
