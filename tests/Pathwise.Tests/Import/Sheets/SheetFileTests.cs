using System.IO.Compression;
using Pathwise.Import;
using Pathwise.Import.Sheets;
using Xunit;

namespace Pathwise.Tests.Import.Sheets;

public sealed class SheetFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-sheet-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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

    // The library makes a cell for each column that the sheet claims to have: minutes for a few hundred rows.
    [Theory]
    [InlineData("A1:XFD1048576")]
    [InlineData("A1:A1")]
    public void Read_ASheetThatClaimsAnotherSize_HasTheCellsThatItHas(string claimed)
    {
        var path = Path.Combine(_folder, "claims.xlsx");
        File.Copy(Repository.Fixture("import", "made/good.xlsx"), path);
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            using var stream = zip.GetEntry("xl/worksheets/sheet2.xml")!.Open();
            var sheet = new StreamReader(stream).ReadToEnd();
            Assert.Contains("ref=\"A1:G8\"", sheet, StringComparison.Ordinal);
            stream.SetLength(0);
            stream.Write(System.Text.Encoding.UTF8.GetBytes(sheet.Replace("A1:G8", claimed, StringComparison.Ordinal)));
        }

        Assert.All(SheetFile.Read(path, File.ReadAllBytes(path), null).Rows, row => Assert.Equal(7, row.Length));
        Assert.Equal(["0012", "0013", "0014", "0015"], SurveyImport.Read(path).Column("id").Cells);
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
