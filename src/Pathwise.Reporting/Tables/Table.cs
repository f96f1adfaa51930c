using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Tables;

/// <summary>
/// A table for people: typed values with their precision under headings, rows that may be grouped, and notes. It is
/// described once and set as text and as HTML.
/// </summary>
[TypeFormatterSource]
public sealed class Table : Exhibit
{
    /// <summary>A table of these columns, all of the same length; group names, where given, one for each row.</summary>
    /// <exception cref="ArgumentException">Columns or groups differ in length.</exception>
    public Table(string caption, IEnumerable<Column> columns, IEnumerable<string>? groups = null, IEnumerable<string>? notes = null)
    {
        ArgumentNullException.ThrowIfNull(caption);
        Caption = caption;
        Columns = [.. columns];
        Groups = groups is null ? [] : [.. groups];
        Notes = notes is null ? [] : [.. notes];
        RowCount = Columns.Count == 0 ? 0 : Columns[0].Cells.Count;
        if (Columns.Any(column => column.Cells.Count != RowCount) || (groups is not null && Groups.Count != RowCount))
            throw new ArgumentException($"The columns and groups of the table \"{caption}\" differ in length.", nameof(columns));
    }

    /// <summary>What the table shows.</summary>
    public string Caption { get; }

    /// <summary>The columns from left to right.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The group of each row, or empty; a heading stands above the first row of each run.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>What a reader must know beside the numbers.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>How numbers that cannot exceed one are written.</summary>
    public LeadingZero LeadingZero { get; init; }

    /// <summary>A table with one row for each element.</summary>
    public static Table Of<T>(
        string caption,
        IReadOnlyList<T> rows,
        Func<ColumnsOf<T>, IEnumerable<Column>> columns,
        Func<T, string>? group = null,
        IEnumerable<string>? notes = null) =>
        new(caption, columns(new ColumnsOf<T>(rows)), group is null ? null : rows.Select(group), notes);

    /// <summary>The same table under another caption.</summary>
    internal Table Under(string caption) =>
        new(caption, Columns, Groups.Count > 0 ? Groups : null, Notes) { LeadingZero = LeadingZero };

    /// <inheritdoc/>
    public override string ToText() => TableText.Of(this);

    /// <inheritdoc/>
    public override string ToHtml() => TableHtml.Of(this);

    /// <summary>The group that starts at a row, else null.</summary>
    internal string? GroupStartingAt(int row) =>
        Groups.Count > 0 && (row == 0 || Groups[row] != Groups[row - 1]) ? Groups[row] : null;
}
