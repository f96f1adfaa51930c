using Pathwise.Cli.Console;
using Pathwise.Sem.Estimation;
using Xunit;

namespace Pathwise.Tests.Cli.Console;

public sealed class StageProgressTests
{
    [Fact]
    public void Begin_OnAPipe_SaysNothingInAShortRunAndSparselyWhatIsLeftInALongOne()
    {
        var (writer, clock) = (new StringWriter { NewLine = "\n" }, new Clock());
        using var progress = new StageProgress(writer, isTerminal: false, clock);
        progress.Begin("fitting m.lav");
        clock.Advance(4);
        Assert.Equal("", writer.ToString());
        progress.Report(new EstimationProgress(3, 0.25));
        clock.Advance(2);
        Assert.Equal("fitting m.lav: 6 s, about 18 s left\n", writer.ToString());
        clock.Advance(3);
        progress.Begin("computing the results");
        clock.Advance(2);
        Assert.Equal("fitting m.lav: 6 s, about 18 s left\ncomputing the results: 2 s\n", writer.ToString());
    }

    [Fact]
    public void End_OnATerminal_ClearsTheLine()
    {
        var (writer, clock) = (new StringWriter { NewLine = "\n" }, new Clock());
        using var progress = new StageProgress(writer, isTerminal: true, clock);
        progress.Begin("comparing");
        clock.Advance(3);
        progress.End();
        Assert.Equal($"\rcomparing: 3 s\r{new string(' ', 14)}\r", writer.ToString());
    }

    /// <summary>A clock whose timer ticks once for each advance.</summary>
    private sealed class Clock : TimeProvider
    {
        private TimerCallback? callback;
        private double seconds;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(seconds * 1000);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            this.callback = callback;
            return new Timer();
        }

        public void Advance(double by)
        {
            seconds += by;
            callback!(null);
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
