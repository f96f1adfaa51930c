using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pathwise.Export.Content;

namespace Pathwise.Export.Formats;

/// <summary>
/// A workbook with unrounded values: a sheet <c>about</c> with captions and notes, then one sheet for each table, its headings in the first row.
/// An interval takes two columns; what is undefined is a blank cell; words are words, never formulas.
/// </summary>
internal static class SheetFile
{
    private const string About = "about";

    public static byte[] Of(ReportDocument document)
    {
        using var made = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(made, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            package.ChangeIdOfPart(book, "rId1");
            book.Workbook = new Workbook();
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = SheetStyles.Of();
            var sheets = book.Workbook.AppendChild(new Sheets());
            Add(book, sheets, About, Summary(document));
            foreach (var table in document.Tables)
                Add(book, sheets, table.Name, SheetRows.Of(table.Table));
        }

        made.Position = 0;
        return FixedZip.Of(made);
    }

    private static void Add(WorkbookPart book, Sheets sheets, string name, IEnumerable<Row> rows)
    {
        var number = (uint)sheets.ChildElements.Count + 1;
        var id = FormattableString.Invariant($"sheet{number}");
        book.AddNewPart<WorksheetPart>(id).Worksheet = new Worksheet(new SheetData(rows));
        sheets.Append(new Sheet { Id = id, SheetId = number, Name = name });
    }

    private static IEnumerable<Row> Summary(ReportDocument document)
    {
        yield return SheetRows.Words(SheetStyles.Bold, document.Title);
        if (document.Notice is { } notice)
            yield return SheetRows.Words(SheetStyles.Bold, notice);
        yield return SheetRows.Words(SheetStyles.Bold, "Sheet", "What it holds");
        foreach (var (name, table) in document.Tables.Select(each => (each.Name, each.Table)))
        {
            yield return SheetRows.Words(SheetStyles.Plain, name, table.Caption);
            foreach (var note in table.Notes)
                yield return SheetRows.Words(SheetStyles.Plain, "", note);
        }
    }
}
