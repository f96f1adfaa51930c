using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class KeptBootstrapTests : IDisposable
{
    private static readonly BootstrapOptions Options = new() { Seed = 3, Replicates = 60 };

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Path => System.IO.Path.Combine(folder, "draws");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Draw_SmallerRunLater_LeavesTheLargerOneInTheFile()
    {
        var fit = Fit();
        var whole = Draw(fit, Options with { Rule = ImproperRule.Redraw, HasJackknife = true });
        var small = Draw(fit, Options with { Replicates = 10 });
        Assert.Equal(fit.Bootstrap(Options with { Replicates = 10 }).Draws(0), small.Draws(0));
        var read = fit.ReadBootstrap(Path);
        Assert.Equal(60, read.Requested);
        Assert.True(read.IsComplete && read.HasRedrawn);
        Assert.Equal(whole.ChiSquares(), read.ChiSquares());
        Assert.Equal(whole.LeftOut(0, true), read.LeftOut(0, true));
    }

    [Fact]
    public void Draw_OtherPartsOneAfterTheOther_GathersThemAll()
    {
        var fit = Fit();
        Draw(fit, Options with { Replicates = 20, HasJackknife = true });
        Draw(fit, Options);
        Draw(fit, Options with { Replicates = 30, Rule = ImproperRule.Redraw });
        var (read, whole) = (fit.ReadBootstrap(Path), fit.Bootstrap(Options with { Rule = ImproperRule.Redraw, HasJackknife = true }));
        Assert.Equal(whole.Under(ImproperRule.Keep).ChiSquares(), read.Under(ImproperRule.Keep).ChiSquares());
        Assert.Equal(whole.LeftOut(0, false), read.LeftOut(0, false));
        Assert.Equal(whole.Draws(0), Draw(fit, Options with { Rule = ImproperRule.Redraw, HasJackknife = true }).Draws(0));
    }

    [Fact]
    public void Draw_RunThatTakesLong_SavesWhileItRuns()
    {
        var fit = Fit();
        var watch = new Watch(Path);
        Draw(fit, Options with { Replicates = 300 }, watch);
        Assert.True(watch.Seen);
        Assert.InRange(watch.Kept!.Length, 1, new FileInfo(Path).Length - 1);

        // What a process that is killed now would leave is a file to carry on from.
        File.WriteAllBytes(Path, watch.Kept);
        var partial = fit.ReadBootstrap(Path);
        Assert.InRange(partial.Drawn, 1, 299);
        Assert.Equal(fit.Bootstrap(Options with { Replicates = 300 }).Draws(0), Draw(fit, Options with { Replicates = 300, Threads = 2 }).Draws(0));
    }

    [Fact]
    public void Draw_FileThatCannotBeWrittenAnyMore_GivesTheResultAndSaysSo()
    {
        var inside = Directory.CreateDirectory(System.IO.Path.Combine(folder, "inside")).FullName;
        using var kept = KeptBootstrap.Open(Fit(), System.IO.Path.Combine(inside, "draws"));
        Directory.Delete(inside, recursive: true);
        Assert.Equal(60, kept.Draw(Options).Drawn);
        Assert.Contains("Cannot write", kept.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WhereNothingCanBeWritten_IsRefusedBeforeAnyWork()
    {
        Assert.Throws<InputException>(() => KeptBootstrap.Open(Fit(), folder));
        Assert.Throws<InputException>(() => KeptBootstrap.Open(Fit(), System.IO.Path.Combine(folder, "none", "draws")));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void Open_FileOfARunThatIsNotOver_IsRefused()
    {
        var fit = Fit();
        using (KeptBootstrap.Open(fit, Path))
        {
            var problem = Assert.Throws<InputException>(() => KeptBootstrap.Open(fit, Path));
            Assert.Contains($"{Path} is being written by another run", problem.Message, StringComparison.Ordinal);
        }

        Assert.Equal(60, Draw(fit, Options).Drawn);
        Assert.Equal([Path], Directory.GetFiles(folder));
    }

    private BootstrapResult Draw(FitResult fit, BootstrapOptions options, IProgress<BootstrapProgress>? progress = null)
    {
        using var kept = KeptBootstrap.Open(fit, Path);
        return kept.Draw(options, progress);
    }

    private static FitResult Fit() => Simulated.Table(Simulated.StudyLike).Fit(BootstrappingTests.Sample(Simulated.StudyCases(92, 3), 18));

    /// <summary>Waits inside the run, once it has begun, until something is saved.</summary>
    private sealed class Watch(string path) : IProgress<BootstrapProgress>
    {
        public bool Seen => Kept is not null;

        public byte[]? Kept { get; private set; }

        public void Report(BootstrapProgress value)
        {
            if (value.Done != 128)
                return;
            for (var i = 0; i < 600 && !File.Exists(path); i++)
                Thread.Sleep(50);
            Kept = File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
    }
}
