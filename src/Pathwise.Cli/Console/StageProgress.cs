using System.CommandLine;
using System.Globalization;
using Pathwise.Sem.Estimation;

namespace Pathwise.Cli.Console;

/// <summary>
/// Says on standard error what a command is at and about how long it still takes, once it has taken two seconds: one line that is overwritten on
/// a terminal, a line every five seconds elsewhere.
/// </summary>
internal sealed class StageProgress : IProgress<EstimationProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2), Pause = TimeSpan.FromSeconds(5);

    private readonly TextWriter error;
    private readonly bool isTerminal;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly ITimer timer;
    private readonly long begun;
    private long stageBegun, shown;
    private string stage = "";
    private double share;
    private int width;

    public StageProgress(TextWriter error, bool isTerminal, TimeProvider? clock = null)
    {
        (this.error, this.isTerminal, this.clock) = (error, isTerminal, clock ?? TimeProvider.System);
        begun = stageBegun = shown = this.clock.GetTimestamp();
        timer = this.clock.CreateTimer(_ => Show(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>On the standard error of a command line.</summary>
    public static StageProgress On(ParseResult parsed)
    {
        var error = parsed.InvocationConfiguration.Error;
        return new(error, error == System.Console.Error && !System.Console.IsErrorRedirected);
    }

    /// <summary>Begins a stage, said as what is done: fitting, computing.</summary>
    public void Begin(string what)
    {
        lock (gate)
        {
            (stage, share, stageBegun) = (what, 0, clock.GetTimestamp());
            timer.Change(Patience, isTerminal ? TimeSpan.FromSeconds(1) : Pause);
        }
    }

    /// <summary>How much of the stage is done, from 0 to 1.</summary>
    public void Report(double done)
    {
        lock (gate)
            share = Math.Max(share, done);
    }

    public void Report(EstimationProgress value) => Report(value.Share);

    /// <summary>Ends the last stage and clears the line.</summary>
    public void End()
    {
        lock (gate)
        {
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            stage = "";
            if (width > 0)
                error.Write("\r" + new string(' ', width) + "\r");
            width = 0;
        }
    }

    public void Dispose()
    {
        End();
        timer.Dispose();
    }

    private void Show()
    {
        lock (gate)
        {
            if (stage.Length == 0 || clock.GetElapsedTime(begun) < Patience || (!isTerminal && clock.GetElapsedTime(shown) < Pause))
                return;
            shown = clock.GetTimestamp();
            var text = Text();
            if (isTerminal)
                error.Write("\r" + text.PadRight(width));
            else
                error.WriteLine(text);
            width = isTerminal ? Math.Max(width, text.Length) : 0;
        }
    }

    private string Text()
    {
        var elapsed = clock.GetElapsedTime(stageBegun).TotalSeconds;
        var rest = share is > 0.05 and < 1 ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(elapsed * (1 - share) / share):0} s left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{stage}: {elapsed:0} s{rest}");
    }
}
