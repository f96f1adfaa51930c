namespace Pathwise.Notebooks.Execution;

/// <summary>
/// A wish to stop the running cell. Loops of a cell ask for it at each turn (<see cref="LoopChecks"/>); a thread that sleeps or
/// waits is woken; what stops for neither is left behind.
/// </summary>
public sealed class Interruption
{
    private static readonly TimeSpan UntilWoken = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan UntilLeft = TimeSpan.FromMilliseconds(400);
    private static readonly AsyncLocal<Interruption?> Ambient = new();

    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isWished;
    private volatile Thread? _thread;

    /// <summary>What a loop of a cell calls: throws when somebody wants the cell to stop.</summary>
    public static void Check()
    {
        if (Ambient.Value is { _isWished: true })
            throw new OperationCanceledException("Interrupted.");
    }

    /// <summary>Whether somebody wants the cell to stop.</summary>
    internal bool IsWished => _isWished;

    /// <summary>Whether the cell was left behind; what it does from now on counts for nothing.</summary>
    internal bool IsLeft => _left.Task.IsCompleted;

    /// <summary>Wishes the cell to stop, and sees to it.</summary>
    internal async Task StopAsync()
    {
        if (_isWished || _thread is null)
            return;
        _isWished = true;
        await Task.Delay(UntilWoken).ConfigureAwait(false);
        _thread?.Interrupt();
        await Task.Delay(UntilLeft).ConfigureAwait(false);
        _left.TrySetResult();
    }

    /// <summary>Runs a cell on a thread of its own; where it has to be left behind, it failed for the reason given.</summary>
    internal async Task<CellFailure?> RunAsync(Func<Task<CellFailure?>> cell, CellFailure left)
    {
        var end = new TaskCompletionSource<CellFailure?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = ExecutionContext.Capture()!;
        _thread = new Thread(() => ExecutionContext.Run(context, _ => Complete(end, cell, left), null)) { IsBackground = true };
        _thread.Start();
        await Task.WhenAny(end.Task, _left.Task).ConfigureAwait(false);
        _thread = null;
        return IsLeft ? left : await end.Task.ConfigureAwait(false);
    }

    private void Complete(TaskCompletionSource<CellFailure?> end, Func<Task<CellFailure?>> cell, CellFailure left)
    {
        Ambient.Value = this;
        try
        {
            end.TrySetResult(cell().GetAwaiter().GetResult());
        }
        catch (ThreadInterruptedException) when (_isWished)
        {
            // The thread was woken while it waited for code that still runs elsewhere.
            _left.TrySetResult();
            end.TrySetResult(left);
        }
#pragma warning disable CA1031 // it is handed on to who waits
        catch (Exception failure)
#pragma warning restore CA1031
        {
            end.TrySetException(failure);
        }
    }
}
