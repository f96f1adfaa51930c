using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Pathwise.Export.Content;
using Described = Pathwise.Reporting.Tables;

namespace Pathwise.Export.Formats;

/// <summary>
/// A table of Word as APA 7 has it (section 7): number in bold, title in italics, rules above, below and under the headings, notes below.
/// Numbers are set flush right with their points below each other.
/// </summary>
internal static class WordTable
{
    private const char FigureSpace = '\u2007';
    private const char PunctuationSpace = '\u2008';

    public static IEnumerable<OpenXmlElement> Of(int number, Described.Table table)
    {
        var widths = PaperWidths.Of(table, PaperWidths.IsWide(table) ? 12960 : 9360);
        yield return WordText.Paragraph([WordText.Run(string.Create(CultureInfo.InvariantCulture, $"Table {number}"), isBold: true)], staysWithNext: true);
        yield return WordText.Paragraph([WordText.Run(table.Caption, isItalic: true)], staysWithNext: true);
        yield return new Table([Properties(), new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })), Head(table), .. Rows(table)]);
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell }));
        foreach (var note in table.Notes)
            yield return Noted(note);
    }

    private static Paragraph Noted(string note)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell }));
        paragraph.Append(WordText.Run("Note. ", isItalic: true), WordText.Run(note));
        return paragraph;
    }

    private static TableProperties Properties() => new(
        new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
        new TableBorders(new TopBorder { Val = BorderValues.Single, Size = 8 }, new BottomBorder { Val = BorderValues.Single, Size = 8 }),
        new TableLayout { Type = TableLayoutValues.Autofit },
        new TableCellMarginDefault(new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa }));

    private static TableRow Head(Described.Table table) => new([
        new TableRowProperties(new CantSplit(), new TableHeader()),
        .. table.Columns.Select(column => Cell(WordText.Runs(Marked.Heading(column.Heading)), column.IsText, isHead: true)),
    ]);

    private static IEnumerable<TableRow> Rows(Described.Table table)
    {
        var columns = table.Columns.Select(column => Described.ColumnText.Aligned(column, table.LeadingZero, FigureSpace, PunctuationSpace)).ToList();
        for (var row = 0; row < table.RowCount; row++)
        {
            if (table.GroupStartingAt(row) is { } group)
                yield return Group(group, table.Columns.Count);
            var at = row;
            yield return new([
                new TableRowProperties(new CantSplit()),
                .. table.Columns.Select((column, i) => Cell([WordText.Run(column.Cells[at].Kind == Described.CellKind.Text ? columns[i][at] : columns[i][at].Replace('-', '−').Replace(' ', '\u00A0'))], column.IsText)),
            ]);
        }
    }

    private static TableRow Group(string group, int columns) => new(
        new TableRowProperties(new CantSplit()),
        new TableCell(
            new TableCellProperties(new GridSpan { Val = columns }),
            new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell }, new KeepNext()), WordText.Run(group, isItalic: true))));

    private static TableCell Cell(IEnumerable<Run> runs, bool isText, bool isHead = false)
    {
        var properties = new TableCellProperties();
        if (isHead)
            properties.Append(new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 4 }));
        properties.Append(new TableCellVerticalAlignment { Val = isHead ? TableVerticalAlignmentValues.Bottom : TableVerticalAlignmentValues.Top });
        var side = isText ? JustificationValues.Left : JustificationValues.Right;
        return new(properties, new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell }, new Justification { Val = side }), .. runs]));
    }
}
