using Pathwise.Cli.Console;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Cli.Console;

public sealed class ReplicateProgressTests
{
    [Fact]
    public void Report_OnAPipe_SaysNothingInAShortRunAndALineAfterSomeSeconds()
    {
        var (writer, clock) = (new StringWriter { NewLine = "\n" }, new Clock());
        var progress = new ReplicateProgress(writer, isTerminal: false, clock);
        for (var done = 1; done <= 100; done++)
        {
            clock.Seconds += 0.11;
            progress.Report(new BootstrapProgress(done, 100));
        }

        progress.End();
        Assert.Equal("46 of 100 samples fitted, about 6 s left\n", writer.ToString());
    }

    [Fact]
    public void Report_OnAPipeForAnHour_WritesAboutALineAMinuteWithTheTimeThatIsLeft()
    {
        var (writer, clock) = (new StringWriter { NewLine = "\n" }, new Clock());
        var progress = new ReplicateProgress(writer, isTerminal: false, clock);
        for (var done = 1001; done <= 4601; done++)
        {
            clock.Seconds++;
            progress.Report(new BootstrapProgress(done, 4601));
        }

        // What was there when the run began took no time in it.
        var lines = writer.ToString().TrimEnd().Split('\n');
        Assert.InRange(lines.Length, 50, 65);
        Assert.Equal("1005 of 4601 samples fitted, about 60 min left", lines[0]);
        Assert.EndsWith("about 2 min left", lines[^2].Replace("1 min", "2 min", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OnATerminal_MovesABarAndEndsItsLine()
    {
        var writer = new StringWriter();
        var progress = new ReplicateProgress(writer, isTerminal: true, new Clock());
        progress.Report(new BootstrapProgress(64, 1280));
        progress.Report(new BootstrapProgress(65, 1280));
        progress.End();
        Assert.Equal($"\r[##{new string('.', 38)}] 64 of 1280\n", writer.ToString());
    }

    [Fact]
    public void Report_SecondRunOnATerminal_StartsANewBar()
    {
        var writer = new StringWriter();
        var progress = new ReplicateProgress(writer, isTerminal: true, new Clock());
        progress.Report(new BootstrapProgress(40, 40));
        progress.Report(new BootstrapProgress(20, 40));
        progress.End();
        Assert.Equal($"\r[{new string('#', 40)}] 40 of 40\n\r[{new string('#', 20)}{new string('.', 20)}] 20 of 40\n", writer.ToString());
    }

    [Fact]
    public void Begin_NextStage_HasABarOfItsOwnThatSaysWhatItIs()
    {
        var writer = new StringWriter();
        var progress = new ReplicateProgress(writer, isTerminal: true, new Clock());
        progress.Report(new BootstrapProgress(400, 400));
        progress.Begin(", improper ones redrawn");
        progress.Report(new BootstrapProgress(300, 400));
        progress.End();
        Assert.Equal($"\r[{new string('#', 40)}] 400 of 400\n\r[{new string('#', 30)}{new string('.', 10)}] 300 of 400, improper ones redrawn\n", writer.ToString());
    }

    private sealed class Clock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(1000 * Seconds);
    }
}
