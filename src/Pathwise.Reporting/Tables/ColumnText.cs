namespace Pathwise.Reporting.Tables;

/// <summary>A column whose heading and values have been padded to one width.</summary>
internal sealed record ColumnText(string Heading, IReadOnlyList<string> Lines, int Width)
{
    public static ColumnText Of(Column column, LeadingZero zero)
    {
        var cells = column.IsText ? Shown(column, zero) : Aligned(column, zero, ' ', ' ');
        var width = cells.Append(column.Heading).Max(text => text.Length);
        string Set(string text) => column.IsText ? text.PadRight(width) : text.PadLeft(width);
        return new(Set(column.Heading), [.. cells.Select(Set)], width);
    }

    /// <summary>The values, padded on the right so that their points stand below each other when set flush right.</summary>
    public static IReadOnlyList<string> Aligned(Column column, LeadingZero zero, char digit, char point)
    {
        var shown = Shown(column, zero);
        var numbers = shown.Where((text, i) => IsNumber(column.Cells[i], text)).ToList();
        var longest = numbers.Count == 0 ? 0 : numbers.Max(AfterPoint);
        return [.. shown.Select((text, i) => IsNumber(column.Cells[i], text) ? text + Padding(AfterPoint(text), longest, digit, point) : text)];
    }

    private static List<string> Shown(Column column, LeadingZero zero) => [.. column.Cells.Select(cell => cell.Shown(zero))];

    private static bool IsNumber(Cell cell, string text) =>
        cell.Kind is (CellKind.Count or CellKind.Number or CellKind.PValue) && text.Any(char.IsAsciiDigit);

    // The point counts as one place, so that "12" stands before the point of "3.45".
    private static int AfterPoint(string text) => text.Contains('.') ? text.Length - text.IndexOf('.') : 0;

    private static string Padding(int places, int longest, char digit, char point) =>
        places == longest ? "" : places == 0 ? point + new string(digit, longest - 1) : new string(digit, longest - places);
}
