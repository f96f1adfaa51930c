namespace Pathwise.Parallel;

/// <summary>
/// Independent pieces of work, handed out one at a time in their order to any number of workers, so that none waits while others are at work.
/// None is handed out once cancellation is asked for. What a piece gives is kept at its own place, and sums are made afterwards in the order
/// of the pieces: neither the number of threads nor their timing changes a digit.
/// </summary>
internal sealed class Pieces
{
    private readonly int[]? chosen;
    private readonly CancellationToken cancellation;
    private int next = -1;

    /// <summary>The pieces 0 to <paramref name="count"/> - 1.</summary>
    public Pieces(int count, CancellationToken cancellation = default) => (Count, this.cancellation) = (count, cancellation);

    /// <summary>Some pieces, such as a range of them or those that are not done yet, in the order given.</summary>
    public Pieces(int[] chosen, CancellationToken cancellation = default)
        : this(chosen.Length, cancellation) => this.chosen = chosen;

    /// <summary>How many pieces there were at the beginning.</summary>
    public int Count { get; }

    /// <summary>Takes a piece that is then nobody else's; false when there is none left.</summary>
    public bool TryTake(out int piece)
    {
        var place = cancellation.IsCancellationRequested ? Count : Interlocked.Increment(ref next);
        piece = place < Count ? chosen?[place] ?? place : -1;
        return piece >= 0;
    }

    /// <summary>What the pieces 0 to <paramref name="count"/> - 1 give, in their order.</summary>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    public static T[] Map<T>(int count, Func<int, T> piece, int threads = 0, CancellationToken cancellation = default)
    {
        var results = new T[count];
        Each(count, threads, () => 0, (_, i) => results[i] = piece(i), _ => { }, cancellation);
        return results;
    }

    /// <summary>Does the pieces 0 to <paramref name="count"/> - 1, each worker with a memory of its own.</summary>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    public static void Each<TMemory>(
        int count, int threads, Func<TMemory> rent, Action<TMemory, int> work, Action<TMemory> giveBack, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using var team = new Team(threads, count, cancellation);
        var pieces = new Pieces(count, team.Stopping);
        team.Run(() =>
        {
            var memory = rent();
            while (pieces.TryTake(out var piece))
                work(memory, piece);
            giveBack(memory);
        });
        cancellation.ThrowIfCancellationRequested();
    }
}
