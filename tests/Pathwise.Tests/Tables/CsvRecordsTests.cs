using Pathwise.Tables;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Tables;

public sealed class CsvRecordsTests
{
    [Fact]
    public void Read_QuotedFieldsAndBlankLines_KeepTheirLines()
    {
        using var file = new TemporaryFile("a,b\n\n\"x, y\",\"say \"\"so\"\"\"\n1,\"two\nlines\"\n3,4\n");
        var records = CsvRecords.Read(file.Path);
        Assert.Equal(["a", "b"], records.Names);
        Assert.Equal(["x, y", "say \"so\""], records.Rows[0].Fields);
        Assert.Equal("two\nlines", records.Rows[1].Fields[1]);
        Assert.Equal([3, 4, 6], records.Rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData("a;b\n1;2\n", "the header has no comma")]
    [InlineData("a,\n1,2\n", "column 2 has no name")]
    [InlineData("a,b,a\n1,2,3\n", "columns 1 and 3 are both named 'a'")]
    [InlineData("a,b\n1,2,3\n", "line 2: 3 fields; the header has 2.")]
    [InlineData("a,b\n", "has a header but no rows below it.")]
    [InlineData("a,b\n1,\"2\n", "a quotation mark is misplaced or never closed.")]
    public void Read_AFormThatDoesNotFit_IsNamed(string text, string expected)
    {
        using var file = new TemporaryFile(text);
        Assert.Contains(expected, Assert.Throws<InputException>(() => CsvRecords.Read(file.Path)).Message, StringComparison.Ordinal);
    }
}
