using System.Collections.Concurrent;
using Pathwise.Parallel;

namespace Pathwise.Synthesis;

/// <summary>The readings of a plan, one for each worker, with which pieces of work are shared among threads. A reading is used again when it was returned.</summary>
internal sealed class Workers(SynthesisPlan plan, int threads, CancellationToken stop)
{
    private readonly ConcurrentBag<Reading> idle = [];

    public CancellationToken Stop => stop;

    /// <summary>Does the pieces 0 to <paramref name="count"/> - 1, each with the working memory of one worker.</summary>
    public void Run(int count, Action<Reading, int> piece) => Pieces.Each(count, threads, Rent, piece, Return, stop);

    public Reading Rent() => idle.TryTake(out var reading) ? reading : new Reading(plan);

    public void Return(Reading reading) => idle.Add(reading);
}
