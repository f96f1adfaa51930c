namespace Pathwise.Sem.Resampling;

/// <summary>
/// Rows of a table that are still to be filled, handed out one at a time to any number of workers, so that none waits while others are
/// at work. None is handed out once cancellation is asked for.
/// </summary>
internal sealed class OpenRows
{
    private readonly int[] rows;
    private readonly CancellationToken cancellation;
    private int next = -1;

    /// <summary>Those of the given rows, in their order, that nobody has filled.</summary>
    public OpenRows(ReplicateTable table, IEnumerable<int> rows, CancellationToken cancellation = default)
    {
        (Table, this.cancellation) = (table, cancellation);
        this.rows = [.. rows.Where(row => !table.IsDone(row))];
    }

    /// <summary>The table.</summary>
    public ReplicateTable Table { get; }

    /// <summary>How many rows there were at the beginning.</summary>
    public int Count => rows.Length;

    /// <summary>All rows of a table that nobody has filled.</summary>
    public static OpenRows Of(ReplicateTable table, CancellationToken cancellation = default) => new(table, Enumerable.Range(0, table.Count), cancellation);

    /// <summary>Takes a row that is then nobody else's; false when there is none left.</summary>
    public bool TryTake(out int row)
    {
        var place = cancellation.IsCancellationRequested ? rows.Length : Interlocked.Increment(ref next);
        row = place < rows.Length ? rows[place] : -1;
        return row >= 0;
    }
}
