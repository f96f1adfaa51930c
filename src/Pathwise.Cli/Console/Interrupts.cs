using System.Runtime.InteropServices;

namespace Pathwise.Cli.Console;

/// <summary>
/// Ctrl-C, SIGTERM and SIGHUP. A command that can stop in good order is asked to, and writes what it has; one that cannot ends at once.
/// A second signal ends every command at once, and so does time, where somebody other than a person at the keyboard wants it ended.
/// </summary>
internal sealed class Interrupts : IDisposable
{
    // Whoever ends processes in bulk waits about ten seconds before force.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _signals;
    private Timer? _limit;
    private int _count;

    public Interrupts() => _signals =
    [
        .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, Answer)),
    ];

    /// <summary>Whether the command that runs heeds <see cref="Token"/>.</summary>
    public bool IsHeeded { get; set; }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _asked.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _limit?.Dispose();
        _asked.Dispose();
    }

    private void Answer(PosixSignalContext context)
    {
        context.Cancel = true;
        var signal = context.Signal;
        if (!IsHeeded || Interlocked.Increment(ref _count) > 1)
            End(signal);
        if (signal != PosixSignal.SIGINT)
            _limit = new Timer(_ => End(signal), null, Grace, Timeout.InfiniteTimeSpan);
        _ = _asked.CancelAsync();
    }

    // The code by which shells tell what ended a process.
    private static void End(PosixSignal signal) => Environment.Exit(128 + signal switch
    {
        PosixSignal.SIGHUP => 1,
        PosixSignal.SIGINT => 2,
        _ => 15,
    });
}
