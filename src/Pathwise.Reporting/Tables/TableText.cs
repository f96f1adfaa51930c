using System.Text;

namespace Pathwise.Reporting.Tables;

/// <summary>A table in monospaced text, rules above and below, numbers aligned at the point.</summary>
internal static class TableText
{
    private const string Gap = "  ";

    public static string Of(Table table)
    {
        var columns = table.Columns.Select(column => ColumnText.Of(column, table.LeadingZero)).ToList();
        var rule = new string('─', Math.Max(columns.Sum(column => column.Width + Gap.Length) - Gap.Length, 1)) + "\n";
        var text = new StringBuilder();
        if (table.Caption.Length > 0)
            text.Append(table.Caption).Append('\n');
        text.Append(rule).Append(Line(columns.Select(column => column.Heading))).Append(rule);
        for (var row = 0; row < table.RowCount; row++)
            text.Append(GroupLine(table, row)).Append(Line(columns.Select(column => column.Lines[row])));
        text.Append(rule);
        foreach (var note in table.Notes)
            text.Append("Note. ").Append(note).Append('\n');
        return text.ToString();
    }

    private static string Line(IEnumerable<string> cells) => string.Join(Gap, cells).TrimEnd() + "\n";

    private static string GroupLine(Table table, int row) =>
        table.GroupStartingAt(row) is { } group ? (row > 0 ? "\n" : "") + group + "\n" : "";
}
