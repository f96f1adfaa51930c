using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pathwise.Export.Formats;
using Xunit;

namespace Pathwise.Tests.Export.Formats;

public sealed class SheetFileTests
{
    [Fact]
    public void Of_HostileTexts_IsValidForOffice()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(SheetFile.Of(ReportSamples.Hostile)), false);
        Assert.Empty(ReportSamples.Faults(package));
    }

    [Fact]
    public void Of_Table_HasUnroundedNumbersBoundsInColumnsOfTheirOwnAndWordsThatAreNoFormulas()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(SheetFile.Of(ReportSamples.Hostile)), false);
        Assert.Equal(["about", "first"], package.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!));
        var rows = ((WorksheetPart)package.WorkbookPart.GetPartById("sheet2")).Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().ToArray()).ToArray();
        Assert.Equal(["Group", "Name", "B", "95 % CI lower", "95 % CI upper", "95 % CI p", "Other lower", "Other upper", "Other p"], rows[0].Select(cell => cell.InnerText));
        Assert.Equal(["One", "=SUM(A1)|*x*", "-0.123456789012345", "-1.5", "2.25", "0.0004", "1", "2", "0.04"], rows[1].Select(cell => cell.InnerText));
        Assert.Equal(["", "", "", ""], rows[2][2..6].Select(cell => cell.InnerText));
        Assert.DoesNotContain(rows.SelectMany(row => row), cell => cell.CellFormula is not null);
    }

    [Fact]
    public void Of_Twice_HasTheSameBytes() => Assert.Equal(SheetFile.Of(ReportSamples.Hostile), SheetFile.Of(ReportSamples.Hostile));
}
