using Pathwise.Reporting.Tables;

namespace Pathwise.Export.Formats;

/// <summary>How much of a page's width each column of a table takes, by what stands in it.</summary>
internal static class PaperWidths
{
    // Letters of 10 points on six inches and a half.
    private const int Upright = 92;
    private const int LongestWords = 36;

    /// <summary>True for a table that has to lie across the page.</summary>
    public static bool IsWide(Table table) => table.Columns.Sum(Letters) > Upright;

    /// <summary>The widths of the columns, which sum to <paramref name="whole"/>.</summary>
    public static IReadOnlyList<int> Of(Table table, int whole)
    {
        var letters = table.Columns.Select(Letters).ToArray();
        var sum = Math.Max(letters.Sum(), 1);
        return [.. letters.Select(count => whole * count / sum)];
    }

    private static int Letters(Column column)
    {
        var longest = column.Cells.Select(cell => cell.Shown().Length).DefaultIfEmpty(0).Max();
        var heading = column.Heading.Split(' ', '-').Max(word => word.Length);
        return 2 + Math.Max(heading, column.IsText ? Math.Min(longest, LongestWords) : longest);
    }
}
