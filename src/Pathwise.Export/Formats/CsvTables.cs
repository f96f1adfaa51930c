using System.Globalization;
using Pathwise.Export.Content;
using Pathwise.Tables;

namespace Pathwise.Export.Formats;

/// <summary>
/// All tables in one CSV, a row for each cell: table, number of the row, its group and first cell, column, the unrounded value or the two bounds
/// of an interval, and the text as it is shown. Captions, notes and what a reader must not miss are rows of their own, with the row 0.
/// </summary>
internal static class CsvTables
{
    public static string Of(ReportDocument document)
    {
        IEnumerable<string> notice = document.Notice is { } words ? [Line("", 0, "", "", "notice", null, default, words)] : [];
        return string.Concat([.. notice.Prepend("table,row,group,label,column,value,lower,upper,shown\n"), .. document.Tables.SelectMany(Lines)]);
    }

    private static IEnumerable<string> Lines(ReportTable reported)
    {
        var (name, table, headings) = (reported.Name, reported.Table, UniqueHeadings.Of(reported.Table));
        yield return Line(name, 0, "", "", "caption", null, default, table.Caption);
        for (var row = 0; row < table.RowCount; row++)
        {
            var label = table.Columns[0].IsText ? table.Columns[0].Cells[row].Shown() : "";
            foreach (var (column, heading) in table.Columns.Zip(headings))
                yield return Line(name, row + 1, table.Groups.Count > 0 ? table.Groups[row] : "", label, heading, column.Cells[row].Value, column.Cells[row].Bounds, column.Cells[row].Shown(table.LeadingZero));
        }

        foreach (var note in table.Notes)
            yield return Line(name, 0, "", "", "note", null, default, note);
    }

    private static string Line(string table, int row, string group, string label, string column, double? value, (double? Lower, double? Upper) bounds, string shown) =>
        string.Join(',', [
            TableFile.Quoted(table), row.ToString(CultureInfo.InvariantCulture), TableFile.Quoted(group), TableFile.Quoted(label), TableFile.Quoted(column),
            Number(value), Number(bounds.Lower), Number(bounds.Upper), TableFile.Quoted(shown),
        ]) + "\n";

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
