using Pathwise.Sem.Resampling;

namespace Pathwise.Cli.Console;

/// <summary>
/// Shows how far a long run is and how long it will take: a bar that moves on a terminal; elsewhere plain lines, none in the first seconds and
/// then ever more seldom, up to one a minute.
/// </summary>
internal sealed class ReplicateProgress(TextWriter error, bool isTerminal, TimeProvider? clock = null) : IProgress<BootstrapProgress>
{
    private const int Width = 40;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private long last = (clock ?? TimeProvider.System).GetTimestamp();
    private TimeSpan pause = FirstPause;
    private (int Done, int Total, string What, long Time) start;
    private int shown;
    private int written;
    private string stage = "";

    /// <summary>For the console of a command.</summary>
    public static ReplicateProgress On(TextWriter error) => new(error, error == System.Console.Error && !System.Console.IsErrorRedirected);

    /// <summary>Begins another stage of the run, with a bar of its own and a word on what is done.</summary>
    public void Begin(string stage)
    {
        End();
        (this.stage, start) = (stage, default);
    }

    public void Report(BootstrapProgress value)
    {
        lock (gate)
        {
            if (value.Done < start.Done || (value.Total, value.What) != (start.Total, start.What))
                start = (value.Done, value.Total, value.What, clock.GetTimestamp());
            if (isTerminal)
                Bar(value);
            else if (clock.GetElapsedTime(last) >= pause)
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
            (shown, written) = (0, 0);
        }
    }

    // A run that starts anew, as at the next number of cases, starts a new bar.
    private void Bar(BootstrapProgress value)
    {
        var reached = (int)((long)value.Done * Width / value.Total);
        if (reached == shown || (reached < shown && value.Done > 64))
            return;
        shown = reached == Width ? 0 : reached;
        var text = $"[{new string('#', reached)}{new string('.', Width - reached)}] {value.Done} of {value.Total}{stage}{Remaining(value)}";
        error.Write($"\r{text.PadRight(written)}{(reached == Width ? "\n" : "")}");
        written = reached == Width ? 0 : text.Length;
    }

    private void Line(BootstrapProgress value)
    {
        last = clock.GetTimestamp();
        pause = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, LongestPause.Ticks));
        error.WriteLine($"{value.Done} of {value.Total} {value.What}{stage}{Remaining(value)}");
    }

    // From the pace since the run began here: what an earlier run has drawn took no time now.
    private string Remaining(BootstrapProgress value)
    {
        var elapsed = clock.GetElapsedTime(start.Time);
        if (value.Done <= start.Done || value.Done == value.Total || elapsed < TimeSpan.FromSeconds(1))
            return "";
        return $", about {Text(elapsed * ((double)(value.Total - value.Done) / (value.Done - start.Done)))} left";
    }

    private static string Text(TimeSpan time)
    {
        var seconds = (long)Math.Ceiling(time.TotalSeconds);
        return seconds < 100 ? $"{seconds} s" : seconds < 6000 ? $"{(seconds + 30) / 60} min" : $"{(seconds + 1800) / 3600} h";
    }
}
