using Pathwise.Sem.Resampling;

namespace Pathwise.Cli.Models;

/// <summary>
/// Shows how far a long run is: a bar that moves on a terminal; elsewhere plain lines, none in the first seconds and none more often than each
/// few seconds.
/// </summary>
internal sealed class ReplicateProgress(TextWriter error, bool isTerminal, TimeProvider? clock = null) : IProgress<BootstrapProgress>
{
    private const int Width = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private long last = (clock ?? TimeProvider.System).GetTimestamp();
    private int shown;
    private string stage = "";

    /// <summary>Begins another stage of the run, with a bar of its own and a word on what is done.</summary>
    public void Begin(string stage)
    {
        End();
        this.stage = stage;
    }

    public void Report(BootstrapProgress value)
    {
        lock (gate)
        {
            if (isTerminal)
                Bar(value);
            else if (clock.GetElapsedTime(last) >= Pause)
                Line(value);
        }
    }

    /// <summary>Ends the bar of a run that stopped before its end.</summary>
    public void End()
    {
        lock (gate)
        {
            if (isTerminal && shown is > 0 and < Width)
                error.Write('\n');
            shown = 0;
        }
    }

    // A run that starts anew, as at the next number of cases, starts a new bar.
    private void Bar(BootstrapProgress value)
    {
        var reached = (int)((long)value.Done * Width / value.Total);
        if (reached == shown || (reached < shown && value.Done > 64))
            return;
        shown = reached == Width ? 0 : reached;
        error.Write($"\r[{new string('#', reached)}{new string('.', Width - reached)}] {value.Done} of {value.Total}{stage}{(reached == Width ? "\n" : "")}");
    }

    private void Line(BootstrapProgress value)
    {
        last = clock.GetTimestamp();
        error.WriteLine($"{value.Done} of {value.Total} samples fitted{stage}");
    }
}
