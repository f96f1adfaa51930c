using DocumentFormat.OpenXml.Spreadsheet;

namespace Pathwise.Export.Formats;

/// <summary>The two styles of a workbook's cells.</summary>
internal static class SheetStyles
{
    public const uint Plain = 0;
    public const uint Bold = 1;

    public static Stylesheet Of() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat { FontId = 0 }, new CellFormat { FontId = 1, ApplyFont = true }));
}
