using Pathwise.Auditing.Checks;
using Pathwise.Tables;

namespace Pathwise.Auditing.Evidence;

/// <summary>Verbs on tables of coded evidence, where a cell names things one after another, separated by semicolons.</summary>
public static class EvidenceTables
{
    /// <summary>
    /// How many things each of some columns names for each row; rows are called by one column and may be grouped by another.
    /// </summary>
    /// <exception cref="InputException">A column does not exist, or a row has no name.</exception>
    public static CoverageMatrix Coverage(this DataTable table, string rows, IReadOnlyList<string> columns, string? groups = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        var counts = new int[table.Count, columns.Count];
        for (var j = 0; j < columns.Count; j++)
        {
            var texts = table.Texts(columns[j]);
            for (var i = 0; i < table.Count; i++)
                counts[i, j] = Things(texts[i]).Length;
        }

        return new CoverageMatrix(Names(table, rows), columns, counts, groups is null ? null : Names(table, groups));
    }

    /// <summary>How many rows have each pair of values of two columns; values in the order in which they first occur.</summary>
    /// <exception cref="InputException">A column does not exist, or a row has no value.</exception>
    public static CoverageMatrix Cross(this DataTable table, string rows, string columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (first, second) = (Names(table, rows), Names(table, columns));
        var (down, across) = (first.Distinct().ToList(), second.Distinct().ToList());
        var counts = new int[down.Count, across.Count];
        for (var i = 0; i < table.Count; i++)
            counts[down.IndexOf(first[i]), across.IndexOf(second[i])]++;
        return new CoverageMatrix(down, across, counts) { Title = $"How many rows have each {rows} (down) with each {columns} (across)" };
    }

    /// <summary>
    /// How many rows meet all conditions, written as <c>data = both &amp; needs != both</c>; nothing after the sign means a
    /// blank cell, and <c>all</c> means every row.
    /// </summary>
    /// <exception cref="InputException">A condition cannot be read, or names a column that does not exist.</exception>
    public static int CountRows(this DataTable table, string conditions) => RowsOfTable.Meeting(table, conditions).Count;

    /// <summary>The sum of a column of numbers over the rows that meet all conditions.</summary>
    /// <exception cref="InputException">As for counting; or the column holds something else.</exception>
    public static double SumRows(this DataTable table, string conditions, string column) =>
        RowsOfTable.Meeting(table, conditions).Sum(row => table.Numbers(column)[row]);

    /// <summary>The texts of a column in the rows that meet all conditions.</summary>
    /// <exception cref="InputException">As for counting.</exception>
    public static IReadOnlyList<string> TextsWhere(this DataTable table, string column, string conditions) =>
        [.. RowsOfTable.Meeting(table, conditions).Select(row => table.Texts(column)[row] ?? "")];

    private static string[] Things(string? cell) =>
        cell?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string[] Names(DataTable table, string column) => [.. table.Texts(column).Select((name, i) =>
        name ?? throw new InputException($"{table.Source}, line {table.Lines[i]}: the column '{column}' is blank; expected a name."))];
}
