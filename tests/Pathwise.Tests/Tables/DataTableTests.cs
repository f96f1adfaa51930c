using Pathwise.Tables;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Tables;

public sealed class DataTableTests
{
    [Fact]
    public void Read_BlankAndNA_AreMissing()
    {
        using var file = new TemporaryFile("id,x,group\na, 1.5 ,north\nb,NA,\nc,,\"south, far\"\n");
        var table = DataTable.Read(file.Path);

        Assert.Equal(["id", "x", "group"], table.Names);
        Assert.Equal(3, table.Count);
        Assert.Equal([1.5, double.NaN, double.NaN], table.Numbers("x"));
        Assert.Equal(["north", null, "south, far"], table.Texts("group"));
        Assert.Equal([2, 3, 4], table.Lines);
        Assert.True(table.IsNumeric("x"));
        Assert.False(table.IsNumeric("id"));
    }

    [Theory]
    [InlineData("x\n-1e-3\n", -0.001)]
    [InlineData("\uFEFFx\r\n+7\r\n", 7)]
    [InlineData("x\n\"2\"\n", 2)]
    public void Read_WaysToWriteANumber_GiveItsValue(string text, double expected)
    {
        using var file = new TemporaryFile(text);
        Assert.Equal(expected, Assert.Single(DataTable.Read(file.Path).Numbers("x")));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n\n", "is empty")]
    [InlineData("x,y\n", "has a header but no rows")]
    [InlineData("x,y\n1,2\n\n1,2,3\n", "line 4: 3 fields; the header has 2")]
    [InlineData(",\n", "no column has a name")]
    [InlineData("\uFEFF\uFEFF", "is empty")]
    [InlineData("x,y\n1,\"2\n3,4\n", "line 2: a quotation mark")]
    public void Read_FileOfAnotherForm_SaysWhereAndWhat(string text, string expected)
    {
        using var file = new TemporaryFile(text);
        var mistake = Assert.Throws<InputException>(() => DataTable.Read(file.Path));
        Assert.StartsWith(file.Path, mistake.Message);
        Assert.Contains(expected, mistake.Message);
        Assert.DoesNotContain('\n', mistake.Message);
    }

    [Theory]
    [InlineData(new byte[] { 0x78, 0x0A, 0xE9, 0x0A }, "line 2: byte 0xE9 is not UTF-8")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x78, 0x00 }, "looks like UTF-16")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04 }, "a spreadsheet or an archive")]
    public void Read_AnotherEncoding_IsNamed(byte[] bytes, string expected)
    {
        using var file = new TemporaryFile(bytes);
        Assert.Contains(expected, Assert.Throws<InputException>(() => DataTable.Read(file.Path)).Message);
    }

    [Fact]
    public void Append_OfAnotherTable_HasTheCasesOfBothInTheColumnsOfBoth()
    {
        using var first = new TemporaryFile("id,x,y\na,1,2\nb,,4\n");
        using var second = new TemporaryFile("y,z,x\n7,8,9.50\n");
        var both = DataTable.Read(first.Path).Append(DataTable.Read(second.Path));
        Assert.Equal(["x", "y"], both.Names);
        Assert.Equal([1, double.NaN, 9.5], both.Numbers("x"));
        Assert.Equal(["1", null, "9.50"], both.Texts("x"));
        Assert.Equal([2, 3, 2], both.Lines);
        Assert.Equal([1, double.NaN, 9.5, 1], both.Append(DataTable.Of(["x"], new double[,] { { 1 } })).Numbers("x"));
        Assert.Contains("no column in common", Assert.Throws<InputException>(() => both.Append(DataTable.Of(["w"], new double[,] { { 1 } }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoSuchFile_IsNamed() =>
        Assert.Equal("nowhere.csv does not exist.", Assert.Throws<InputException>(() => DataTable.Read("nowhere.csv")).Message);

    [Fact]
    public void Read_Folder_IsNotAFile() =>
        Assert.Contains("is a folder", Assert.Throws<InputException>(() => DataTable.Read(Repository.Root)).Message);

    [Theory]
    [InlineData("seven")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("1 000")]
    public void Numbers_ColumnWithAText_NamesLineColumnAndValue(string value)
    {
        using var file = new TemporaryFile($"id,x\n1,2\n2,{value}\n");
        var mistake = Assert.Throws<InputException>(() => DataTable.Read(file.Path).Numbers("x"));
        Assert.StartsWith($"{file.Path}, line 3, column 'x': '{value}' is not a number", mistake.Message);
    }

    [Theory]
    [InlineData(".", "if it stands for a missing value, declare it (--na \".\" on the command line)")]
    [InlineData("#N/A", "if it stands for a missing value")]
    [InlineData("\u22120.5", "'\u2212' (U+2212) only looks like what a number is written with; expected -0.5.")]
    [InlineData("\"0,5\"", "expected a decimal point, as in 0.5")]
    public void Numbers_TextThatIsAlmostANumberOrMissing_SaysWhatItIs(string value, string expected)
    {
        using var file = new TemporaryFile($"id,x\n1,2\n2,{value}\n");
        Assert.Contains(expected, Assert.Throws<InputException>(() => DataTable.Read(file.Path).Numbers("x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_CellOfTenMillionLetters_IsClipped()
    {
        using var file = new TemporaryFile($"x\n{new string('a', 10_000_000)}\n");
        var message = Assert.Throws<InputException>(() => DataTable.Read(file.Path).Numbers("x")).Message;
        Assert.Contains("aaa...' (10,000,000 characters) is not a number", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 1, 400);
    }

    [Fact]
    public void Numbers_WordsInTheFirstRowAlone_AskWhetherItIsAHeader()
    {
        using var file = new TemporaryFile("x\nHow much?\n2\n3\n");
        Assert.EndsWith("If row 2 is a further header, leave it out (--skip-rows 2 on the command line).", Assert.Throws<InputException>(() => DataTable.Read(file.Path).Numbers("x")).Message);
        Assert.Equal([2, 3], DataTable.Read(file.Path, new() { SkippedRows = [2] }).Numbers("x"));
    }

    [Fact]
    public void Numbers_UnknownColumn_NamesTheColumnsThereAre()
    {
        var mistake = Assert.Throws<InputException>(() => DataTable.Of(["a", "b"], new double[1, 2]).Numbers("c"));
        Assert.Equal("Not in the table: c. It has: a, b.", mistake.Message);
    }

    [Fact]
    public void Of_NamesThatDoNotFit_AreRefused()
    {
        Assert.Contains("expected one for each", Assert.Throws<InputException>(() => DataTable.Of(["a"], new double[1, 2])).Message);
        Assert.Contains("distinct names", Assert.Throws<InputException>(() => DataTable.Of(["a", "a"], new double[1, 2])).Message);
    }

    [Fact]
    public void Cases_PositionsInAnyOrder_CarryTheirLines()
    {
        var table = DataTable.Of(["a"], new double[,] { { 1 }, { double.NaN }, { 3 } }).Cases([2, 1, 2]);
        Assert.Equal([3, double.NaN, 3], table.Numbers("a"));
        Assert.Equal(["3", null, "3"], table.Texts("a"));
        Assert.Equal([3, 2, 3], table.Lines);
    }

    [Fact]
    public void Cases_OfCases_KeepTheTextsAsWritten()
    {
        using var file = new TemporaryFile("x,word\n1.50,a\n,b\n2.0,NA\n");
        var table = DataTable.Read(file.Path).Cases([2, 1, 0]).Cases([2, 0]);
        Assert.Equal(["1.50", "2.0"], table.Texts("x"));
        Assert.Equal([1.5, 2], table.Numbers("x"));
        Assert.Equal(["a", null], table.Texts("word"));
        Assert.Equal([2, 4], table.Lines);
    }

    [Fact]
    public void With_NewOrExistingName_AddsOrReplaces()
    {
        var table = DataTable.Of(["a", "b"], new double[,] { { 1, 2 } });
        Assert.Equal(["a", "b", "c"], table.With("c", [3]).Names);
        Assert.Equal([9.0], table.With("a", [9]).Numbers("a"));
        Assert.Equal(["a", "b"], table.With("a", [9]).Names);
        Assert.Contains("expected one for each", Assert.Throws<InputException>(() => table.With("c", [1, 2])).Message);
    }

    // A column of texts that come back is probably one of categories; names, of which each has its own, are not.
    [Theory]
    [InlineData("g\nnorth\nsouth\nnorth\nsouth\n", "If its 2 different texts are the categories of a variable of a model, have them coded (--coding g=indicator on the command line).")]
    [InlineData("g\nnorth\n\nsouth\nNA\nnorth\nsouth\n", "(--coding g=indicator on the command line).")]
    [InlineData("g\nAnn\nBen\nCid\nDan\n", "blank or NA where missing.")]
    [InlineData("g\n1\n2\ntwo\ntwo\n", "blank or NA where missing.")]
    public void Numbers_OfCategories_SayHowTheyAreCoded(string text, string end)
    {
        using var file = new TemporaryFile(text);
        Assert.EndsWith(end, Assert.Throws<InputException>(() => DataTable.Read(file.Path).Numbers("g")).Message, StringComparison.Ordinal);
    }
}
