using System.Diagnostics;

namespace Pathwise.Parallel;

/// <summary>
/// Work that is done again and again beside other work, such as saving what there is so far, until it is disposed of. It takes a twentieth of
/// the time at most, and there is a shortest pause before each turn.
/// </summary>
internal sealed class Repeated : IDisposable
{
    private readonly ManualResetEventSlim end = new();
    private readonly Action work;
    private readonly TimeSpan shortest;
    private readonly Task turns;

    /// <summary>Begins with a pause.</summary>
    public Repeated(Action work, TimeSpan shortest)
    {
        (this.work, this.shortest) = (work, shortest);
        turns = Task.Run(Turn, CancellationToken.None);
    }

    /// <summary>Waits for a turn that is under way. What the work throws reaches whoever disposes of it.</summary>
    public void Dispose()
    {
        end.Set();
        turns.GetAwaiter().GetResult();
        end.Dispose();
    }

    private void Turn()
    {
        for (var pause = shortest; !end.Wait(pause);)
        {
            var watch = Stopwatch.StartNew();
            work();
            pause = TimeSpan.FromTicks(Math.Max(shortest.Ticks, 20 * watch.Elapsed.Ticks));
        }
    }
}
