using System.Runtime.ExceptionServices;

namespace Pathwise.Parallel;

/// <summary>Threads that do the same work together, the caller's among them. What one of them throws stops all and reaches the caller as it is.</summary>
internal sealed class Team(int threads, CancellationToken cancellation) : IDisposable
{
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private ExceptionDispatchInfo? failure;

    /// <summary>Asked for when the work is to stop: by the caller, or because one of the threads failed.</summary>
    public CancellationToken Stopping => stop.Token;

    /// <summary>Works on every thread and returns when all are done.</summary>
    public void Run(Action work)
    {
        Task[] others = [.. Enumerable.Range(1, threads - 1).Select(_ => Task.Run(() => Guarded(work), CancellationToken.None))];
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
