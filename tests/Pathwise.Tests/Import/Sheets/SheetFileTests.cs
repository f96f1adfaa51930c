using Pathwise.Import;
using Xunit;

namespace Pathwise.Tests.Import.Sheets;

public sealed class SheetFileTests
{
    [Theory]
    [InlineData("made/good.xlsx")]
    [InlineData("made/good.ods")]
    public void Read_ExcelAndOpenDocument_HaveTheSameCells(string name)
    {
        var file = SurveyImport.Read(Repository.Fixture("import", name));
        Assert.Equal(["id", "q1", "q2", "day", "done", "twice", "note"], file.Columns.Select(column => column.Name));
        Assert.Equal(["0012", "0013", "0014", "0015"], file.Column("id").Cells);
        Assert.Equal(["5", "5", null, "7"], file.Column("q1").Cells);
        Assert.Equal(["4", "5", "0.1", "99"], file.Column("q2").Cells);
        Assert.Equal(["2010-03-01", "2024-02-29", "2001-12-31", null], file.Column("day").Cells);
        Assert.Equal(["1", "0", "1", "1"], file.Column("done").Cells);
        Assert.Equal(["10", "10", "0", "14"], file.Column("twice").Cells);
        Assert.Equal("Größe, \"ja\"", file.Column("note").Cells[0]);
        Assert.Contains("the sheet 'Antworten' was read; there are also 'empty', 'second' (--sheet NAME).", file.Decisions);
    }

    [Fact]
    public void Read_ASheetWrittenByHand_HasItsCells()
    {
        var file = SurveyImport.Read(Repository.Fixture("import", "small.ods"));
        Assert.Equal(["id: 0012|0013", "q1: 5|", "q2: 5|k.A."], file.Columns.Select(column => $"{column.Name}: {string.Join('|', column.Cells)}"));
    }

    [Theory]
    [InlineData("made/good.xlsx")]
    [InlineData("made/good.ods")]
    public void Read_AnotherSheet_ByItsName(string name)
    {
        var path = Repository.Fixture("import", name);
        Assert.Equal(["1"], SurveyImport.Read(path, new() { Sheet = "second" }).Column("a").Cells);
        Assert.Contains("It has: empty, Antworten, second", Assert.Throws<InputException>(() => SurveyImport.Read(path, new() { Sheet = "third" })).Message, StringComparison.Ordinal);
    }
}
