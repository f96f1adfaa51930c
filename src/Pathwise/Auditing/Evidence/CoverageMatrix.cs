namespace Pathwise.Auditing.Evidence;

/// <summary>
/// What is covered by whom: for each row (a process, a firm) and each column (a source, a practice) how many things stand
/// there; zero is a gap.
/// </summary>
[TypeFormatterSource]
public sealed class CoverageMatrix
{
    private readonly int[,] counts;

    /// <summary>A matrix of counts, rows by columns; the group of each row, or none.</summary>
    /// <exception cref="ArgumentException">The numbers of names and of counts differ, or a count is negative.</exception>
    public CoverageMatrix(IReadOnlyList<string> rows, IReadOnlyList<string> columns, int[,] counts, IReadOnlyList<string>? groups = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Rows = [.. rows];
        Columns = [.. columns];
        Groups = groups is null ? [] : [.. groups];
        this.counts = (int[,])counts.Clone();
        if (counts.GetLength(0) != Rows.Count || counts.GetLength(1) != Columns.Count || (groups is not null && Groups.Count != Rows.Count))
            throw new ArgumentException($"{Rows.Count} rows and {Columns.Count} columns do not name {counts.GetLength(0)} x {counts.GetLength(1)} counts.");
        if (counts.Cast<int>().Any(count => count < 0))
            throw new ArgumentException("A count cannot be negative.");
    }

    /// <summary>What is counted.</summary>
    public string Title { get; init; } = "Coverage";

    /// <summary>What may be covered.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>Who or what covers it.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The group of each row; empty when they are not grouped.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>How many things stand in a cell.</summary>
    public int this[int row, int column] => counts[row, column];

    /// <summary>How many rows a column covers.</summary>
    /// <exception cref="InputException">There is no such column.</exception>
    public int CoveredBy(string column) => Enumerable.Range(0, Rows.Count).Count(row => counts[row, Position(column)] > 0);

    /// <summary>How many columns cover a row.</summary>
    public int CoverageOf(int row) => Enumerable.Range(0, Columns.Count).Count(column => counts[row, column] > 0);

    /// <summary>The rows that none of these columns covers (of all columns, when none is named).</summary>
    /// <exception cref="InputException">There is no such column.</exception>
    public IReadOnlyList<string> Gaps(params string[] columns)
    {
        int[] positions = columns.Length == 0 ? [.. Enumerable.Range(0, Columns.Count)] : [.. columns.Select(Position)];
        return [.. Rows.Where((_, row) => positions.All(column => counts[row, column] == 0))];
    }

    private int Position(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
                return i;
        }

        throw new InputException($"Not a column of the matrix: {column}. It has: {string.Join(", ", Columns)}.");
    }
}
