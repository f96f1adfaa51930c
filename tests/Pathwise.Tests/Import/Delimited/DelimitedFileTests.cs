using System.Text;
using Pathwise.Import;
using Pathwise.Import.Contents;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Import.Delimited;

public sealed class DelimitedFileTests
{
    private const string Table = "id;größe;satz\n1;1,5;\"a; b\"\n2;-0,25;\"\"\"ja\"\"\"\n3;;\"zwei\nZeilen\"\n";

    private static readonly string?[][] Expected = [["1", "2", "3"], ["1.5", "-0.25", null], ["a; b", "\"ja\"", "zwei\nZeilen"]];

    public static TheoryData<string> Encodings => ["utf-8", "bom", "utf-16", "utf-16be", "utf-16 without mark", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_EveryEncoding_GivesTheSameCells(string encoding)
    {
        using var file = new TemporaryFile(Bytes(Table, encoding));
        var imported = SurveyImport.Read(file.Path);
        Assert.Equal(["id", "größe", "satz"], imported.Columns.Select(column => column.Name));
        Assert.Equal(Expected, imported.Columns.Select(column => column.Cells.ToArray()));
        Assert.Equal(CellContent.Number, imported.Columns[1].Content);
    }

    [Theory]
    [InlineData("\r\n", ';')]
    [InlineData("\r", ';')]
    [InlineData("\n", '\t')]
    [InlineData("\n", '|')]
    public void Read_EveryLineEndAndSeparator_GivesTheSameCells(string end, char separator)
    {
        using var file = new TemporaryFile(Table.Replace("zwei\nZeilen", "zwei Zeilen", StringComparison.Ordinal).Replace("\n", end, StringComparison.Ordinal).Replace(';', separator));
        Assert.Equal(Expected.Take(2), SurveyImport.Read(file.Path).Columns.Take(2).Select(column => column.Cells.ToArray()));
    }

    [Theory]
    [InlineData("sep=;\na;b\n1;2\n", "a: 1; b: 2")]
    [InlineData("a,b,,\n1,2,,\n3,4,,\n", "a: 1 3; b: 2 4")]
    [InlineData("\"\",\"a\"\n\"1\",5\n\"2\",6\n", "row: 1 2; a: 5 6")]
    [InlineData("a,b\nr1,1,2\nr2,3,4\n", "row: r1 r2; a: 1 3; b: 2 4")]
    [InlineData("a,a,b\n1,1,2\n3,4,5\n", "a: 1 3; a_2: 1 4; b: 2 5")]
    [InlineData("a,b\n1,NA\n,2\n", "a: 1 -; b: - 2")]
    [InlineData("a b,2nd,if?\n1,2,3\n", "a_b: 1; v_2nd: 2; if: 3")]
    [InlineData("a\n1\n2\n", "a: 1 2")]
    [InlineData("a,b\n1,2\n3\n4,5\n", "a: 1 3 4; b: 2 - 5")]
    [InlineData("a,b\nx \"y\" z,2\n\"q\" r,3\n", "a: x \"y\" z q r; b: 2 3")]
    public void Read_IrregularTables_LoseNothing(string text, string expected)
    {
        using var file = new TemporaryFile(text);
        Assert.Equal(expected, string.Join("; ", SurveyImport.Read(file.Path).Columns.Select(column => $"{column.Name}: {string.Join(' ', column.Cells.Select(cell => cell ?? "-"))}")));
    }

    [Fact]
    public void Read_ARowThatIsTooShort_IsNamed()
    {
        using var file = new TemporaryFile("a,b,c\n1,2,3\n3\n4,5,6\n");
        Assert.Equal([new Misfit(3, "c", "1 fields", "the headings are 3; the rest was left blank")], SurveyImport.Read(file.Path).Misfits);
    }

    [Fact]
    public void Read_RowsThatMostlyDoNotFit_AreRefused()
    {
        using var file = new TemporaryFile("a,b\n1,2,3\n4,5,6\n7,8,8\n7,8,9\n");
        Assert.Contains("line 2: 3 fields; the header has 2", Assert.Throws<InputException>(() => SurveyImport.Read(file.Path)).Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string text, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16be" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            "utf-16 without mark" => Encoding.Unicode.GetBytes(text),
            _ => Encoding.GetEncoding(1252).GetBytes(text),
        };
    }
}
