using System.Collections.Concurrent;

namespace Pathwise.Synthesis;

/// <summary>
/// Shares independent pieces of work among threads. Each piece writes to its own place, so neither the number of threads nor
/// their timing changes a result.
/// </summary>
internal sealed class Workers(SynthesisPlan plan, int threads, CancellationToken stop)
{
    private readonly ConcurrentBag<Reading> idle = [];

    public CancellationToken Stop => stop;

    /// <summary>Does the pieces 0 to <paramref name="count"/> - 1, each with the working memory of one worker.</summary>
    public void Run(int count, Action<Reading, int> piece)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop };
        System.Threading.Tasks.Parallel.For(0, count, options, Rent, (i, _, reading) =>
        {
            piece(reading, i);
            return reading;
        }, idle.Add);
    }

    public Reading Rent() => idle.TryTake(out var reading) ? reading : new Reading(plan);

    public void Return(Reading reading) => idle.Add(reading);
}
