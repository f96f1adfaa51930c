using Pathwise.Parallel;

namespace Pathwise.Sem.Resampling;

/// <summary>The pieces of work that a table has: rows that are still to be filled.</summary>
internal sealed class OpenRows
{
    private readonly Pieces rows;
    private readonly CancellationToken cancellation;

    /// <summary>Those of the given rows, in their order, that nobody has filled.</summary>
    public OpenRows(ReplicateTable table, IEnumerable<int> rows, CancellationToken cancellation = default) =>
        (Table, this.rows, this.cancellation) = (table, new Pieces([.. rows.Where(row => !table.IsDone(row))], cancellation), cancellation);

    /// <summary>The table.</summary>
    public ReplicateTable Table { get; }

    /// <summary>The number of the replicate that stands in row 0.</summary>
    public int First { get; init; }

    /// <summary>How many rows there were at the beginning.</summary>
    public int Count => rows.Count;

    /// <summary>True when no row is handed out any more, however many are left.</summary>
    public bool IsInterrupted => cancellation.IsCancellationRequested;

    /// <summary>All rows of a table that nobody has filled.</summary>
    public static OpenRows Of(ReplicateTable table, CancellationToken cancellation = default) => new(table, Enumerable.Range(0, table.Count), cancellation);

    /// <summary>Takes a row that is then nobody else's; false when there is none left.</summary>
    public bool TryTake(out int row) => rows.TryTake(out row);
}
