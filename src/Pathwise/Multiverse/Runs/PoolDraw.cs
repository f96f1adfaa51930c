using Pathwise.Multiverse.Universes;
using Pathwise.Numerics;

namespace Pathwise.Multiverse.Runs;

/// <summary>
/// The resample of a replicate: as many case numbers as the pool has cases, drawn with replacement from the stream of the replicate, the same in every
/// universe; then the rules of the universe's own. One worker's.
/// </summary>
/// <param name="pool">Positions in the data of the cases that any universe can use.</param>
/// <param name="rows">Which of them this universe uses.</param>
/// <param name="total">Number of cases of the data.</param>
internal sealed class PoolDraw(int[] pool, RowSelection rows, int total)
{
    private readonly int[] counts = new int[total];

    /// <summary>The number of cases of the pool.</summary>
    public int Count => pool.Length;

    /// <summary>How often each case of the data is in the resample, those that the universe leaves out by its sample not at all.</summary>
    public ReadOnlySpan<int> Counts => counts;

    /// <summary>Draws the next resample.</summary>
    public void Next(RandomStream stream)
    {
        Array.Clear(counts);
        for (var i = 0; i < pool.Length; i++)
            counts[pool[stream.NextInteger(pool.Length)]]++;
        if (rows.DependsOnSample)
            rows.Select(counts);
    }
}
