using System.Runtime.ExceptionServices;

namespace Pathwise.Parallel;

/// <summary>
/// Threads that do the same work together, the caller's among them: as many as asked for (0: as many as there are processors), but no more
/// than there are pieces of work. What one of them throws stops all, and the caller gets the same exception.
/// </summary>
internal sealed class Team(int threads, int pieces, CancellationToken cancellation) : IDisposable
{
    private readonly int size = Math.Min(threads == 0 ? Environment.ProcessorCount : threads, pieces);
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private ExceptionDispatchInfo? failure;

    /// <summary>Asked for when the work is to stop: by the caller, or because one of the threads failed.</summary>
    public CancellationToken Stopping => stop.Token;

    /// <summary>Works on every thread and returns when all are done.</summary>
    public void Run(Action work)
    {
        Task[] others = [.. Enumerable.Range(1, Math.Max(size - 1, 0)).Select(_ => Task.Run(() => Guarded(work), CancellationToken.None))];
        Guarded(work);
        Task.WaitAll(others, CancellationToken.None);
        failure?.Throw();
    }

    /// <inheritdoc/>
    public void Dispose() => stop.Dispose();

    private void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (Exception problem)
        {
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(problem), null);
            stop.Cancel();
        }
    }
}
