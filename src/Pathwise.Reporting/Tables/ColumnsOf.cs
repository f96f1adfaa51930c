namespace Pathwise.Reporting.Tables;

/// <summary>Columns that are read from rows of one type.</summary>
public sealed class ColumnsOf<T>
{
    private readonly IReadOnlyList<T> rows;

    internal ColumnsOf(IReadOnlyList<T> rows) => this.rows = rows;

    /// <summary>A column of words.</summary>
    public Column Text(string heading, Func<T, string?> value) => Column(heading, row => Cell.Text(value(row)));

    /// <summary>A column of counts.</summary>
    public Column Count(string heading, Func<T, long?> value) => Column(heading, row => Cell.Count(value(row)));

    /// <summary>A column of numbers with so many decimals; bounded when they cannot exceed one in size.</summary>
    public Column Number(string heading, int decimals, Func<T, double?> value, bool isBounded = false) =>
        Column(heading, row => Cell.Number(value(row), decimals, isBounded));

    /// <summary>A column of p values.</summary>
    public Column PValue(string heading, Func<T, double?> value) => Column(heading, row => Cell.PValue(value(row)));

    /// <summary>A column of intervals, each given by its bounds.</summary>
    public Column Interval(string heading, int decimals, Func<T, (double? Lower, double? Upper)> bounds, bool isBounded = false) =>
        Column(heading, row => Cell.Interval(bounds(row).Lower, bounds(row).Upper, decimals, isBounded));

    /// <summary>A column of any cells.</summary>
    public Column Column(string heading, Func<T, Cell> cell) => new(heading, rows.Select(cell));
}
