using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Described = Pathwise.Reporting.Tables;

namespace Pathwise.Export.Formats;

/// <summary>The rows of a sheet.</summary>
internal static class SheetRows
{
    public static IEnumerable<Row> Of(Described.Table table)
    {
        yield return Words(SheetStyles.Bold, [.. table.Groups.Count > 0 ? ["Group"] : Array.Empty<string>(), .. table.Columns.Zip(UniqueHeadings.Of(table)).SelectMany(each => Headings(each.First, each.Second))]);
        for (var row = 0; row < table.RowCount; row++)
        {
            var at = row;
            IEnumerable<Cell> group = table.Groups.Count > 0 ? [Text(table.Groups[row], SheetStyles.Plain)] : [];
            yield return new([.. group, .. table.Columns.SelectMany(column => Cells(column, at))]);
        }
    }

    public static Row Words(uint style, params string[] words) => new(words.Select(text => Text(text, style)));

    private static bool IsInterval(Described.Column column) => column.Cells.Any(cell => cell.Kind == Described.CellKind.Interval);

    private static string[] Headings(Described.Column column, string heading) => IsInterval(column) ? [$"{heading} lower", $"{heading} upper"] : [heading];

    private static IEnumerable<Cell> Cells(Described.Column column, int row)
    {
        var cell = column.Cells[row];
        return IsInterval(column) ? [Number(cell.Bounds.Lower), Number(cell.Bounds.Upper)]
            : cell.Kind == Described.CellKind.Text ? [Text(cell.Shown(), SheetStyles.Plain)]
            : [Number(cell.Value)];
    }

    private static Cell Number(double? value) => value is { } number
        ? new() { CellValue = new(number.ToString("R", CultureInfo.InvariantCulture)), DataType = CellValues.Number }
        : new();

    private static Cell Text(string text, uint style) =>
        new(new InlineString(new Text(XmlText.Of(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };
}
