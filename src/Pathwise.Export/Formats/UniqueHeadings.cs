using Pathwise.Reporting.Tables;

namespace Pathwise.Export.Formats;

/// <summary>Headings of columns for programs: one that occurs twice, such as the p beside each of two intervals, is told by the column before it.</summary>
internal static class UniqueHeadings
{
    public static IReadOnlyList<string> Of(Table table) =>
    [
        .. table.Columns.Select((column, i) => i > 0 && table.Columns.Count(other => other.Heading == column.Heading) > 1
            ? $"{table.Columns[i - 1].Heading} {column.Heading}"
            : column.Heading),
    ];
}
