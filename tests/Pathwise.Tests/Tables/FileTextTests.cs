using Pathwise.Tables;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Tables;

public sealed class FileTextTests
{
    [Fact]
    public void Read_AByteOrderMark_IsNoPartOfTheText()
    {
        using var file = new TemporaryFile([0xEF, 0xBB, 0xBF, (byte)'a']);
        Assert.Equal("a", FileText.Read(file.Path));
    }

    [Theory]
    [InlineData(new byte[0], "is empty.")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x20, 0x0A }, "is empty.")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4 }, "is a spreadsheet or an archive")]
    [InlineData(new byte[] { 0x61, 0x00, 0x62, 0x00 }, "looks like UTF-16 or a binary file")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61 }, "looks like UTF-16 or a binary file")]
    [InlineData(new byte[] { 0x61, 0x0A, 0xE9, 0x0A }, "line 2: byte 0xE9 is not UTF-8")]
    public void Read_AnotherEncoding_IsNamed(byte[] bytes, string expected)
    {
        using var file = new TemporaryFile(bytes);
        Assert.Contains(expected, Assert.Throws<InputException>(() => FileText.Read(file.Path)).Message, StringComparison.Ordinal);
    }
}
