using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

/// <summary>Interrupts, resumption, progress and failures of bootstraps, on both paths and from every source of samples.</summary>
[Trait("pace", "slow")]
public sealed class BootstrapRunsTests
{
    private static readonly string[] Paths = ["study", "weak", "general"];

    public static TheoryData<string, ResamplingKind> Runs => new MatrixTheoryData<string, ResamplingKind>(
        Paths, [ResamplingKind.Nonparametric, ResamplingKind.Parametric, ResamplingKind.BollenStine]);

    [Theory]
    [MemberData(nameof(Runs))]
    public void Bootstrap_ResumedWithAnyRowsMissing_GivesTheSameBits(string model, ResamplingKind kind)
    {
        // What an interrupt can leave, and more: first draws, redrawn ones and left out cases missing here and there.
        var fit = Fit(model);
        var options = Options(model, kind);
        var whole = fit.Bootstrap(options);
        Assert.True(whole.IsComplete);
        foreach (var (threads, missing) in new[] { (1, 2), (2, 3), (16, 7) })
        {
            var partial = new BootstrapResult(
                fit, options, whole.Catalogue, new(Without(whole, whole.First, missing, 0)!, Without(whole, whole.Redrawn, missing, 1), Without(whole, whole.Jackknife, missing, 2)), whole.Original);
            Assert.False(partial.IsComplete);
            var resumed = fit.Bootstrap(options with { Threads = threads }, partial);
            Assert.True(resumed.IsComplete);
            AssertSame(whole, resumed);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Bootstrap_Redrawn_TakesTheNextProperSampleOfTheReplicatesStream(string model, ResamplingKind kind)
    {
        var fit = Fit(model);
        var whole = fit.Bootstrap(Options(model, kind));
        var worker = Worker(fit, whole.Catalogue, kind);
        var (scratch, compared, agreed) = (new ReplicateTable(1, whole.Catalogue), 0, 0);
        for (var i = 0; i < whole.Requested; i++)
        {
            if (whole.First.Status(i) == FitStatus.Proper)
                continue;
            // The first sample, whose end is known: a sample with two minima may end in another one here, where it is fitted by itself, and a later
            // one, too, though seldom.
            var stream = RandomStream.For(whole.Seed, i);
            worker.Draw(stream, scratch.Row(0));
            while (worker.Draw(stream, scratch.Row(0)) != FitStatus.Proper)
            {
            }

            Assert.Equal(FitStatus.Proper, whole.Redrawn!.Status(i));
            agreed += scratch.Values(0).ToArray().Zip(whole.Redrawn.Values(i).ToArray()).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6 * (1 + Math.Abs(pair.First))) ? 1 : 0;
            compared++;
        }

        Assert.True(compared >= (model == "study" ? 10 : 1) && agreed >= 0.9 * compared, $"{agreed} of {compared}");
    }

    [Theory]
    [InlineData("study", 1, 3)]
    [InlineData("study", 2, 20)]
    [InlineData("study", 16, 60)]
    [InlineData("general", 2, 40)]
    public void Bootstrap_CancelledAtAnyMoment_CountsWhatItHasAndCarriesOn(string model, int threads, int milliseconds)
    {
        var fit = Fit(model);
        var options = Options(model, ResamplingKind.Nonparametric) with { Replicates = model == "study" ? 400 : 30 };
        using var source = new CancellationTokenSource(milliseconds);
        var partial = fit.Bootstrap(options with { Threads = threads }, cancellation: source.Token);
        Assert.Equal(Enumerable.Range(0, partial.Requested).Count(i => partial.Status(i) is not null), partial.Drawn);
        Assert.All(Enumerable.Range(0, partial.Requested).Where(i => partial.Redrawn!.IsDone(i)), i => Assert.Equal(FitStatus.Proper, partial.Redrawn!.Status(i)));
        AssertSame(fit.Bootstrap(options), fit.Bootstrap(options, partial));
    }

    [Theory]
    [InlineData("study", 1)]
    [InlineData("study", 16)]
    [InlineData("general", 2)]
    public void Bootstrap_CancelledByAReport_StopsWithTheSamplesUnderWay(string model, int threads)
    {
        // At most four samples are under way on each thread.
        using var source = new CancellationTokenSource();
        var seen = new Seen(_ => source.Cancel());
        var partial = Fit(model).Bootstrap(Options(model, ResamplingKind.Nonparametric) with { Replicates = 2000, Threads = threads, Rule = ImproperRule.Keep }, progress: seen, cancellation: source.Token);
        Assert.InRange(partial.Drawn, seen.Done[0], seen.Done[0] + (4 * threads));
        Assert.False(partial.IsComplete);
        Assert.Equal(partial.Drawn, partial.Converged + partial.Failures.Values.Sum());
    }

    [Theory]
    [InlineData("study", 1)]
    [InlineData("study", 16)]
    [InlineData("general", 2)]
    public void Bootstrap_Progress_RisesAndEndsAtTheTotalAlsoWhenResumed(string model, int threads)
    {
        var fit = Fit(model);
        var options = Options(model, ResamplingKind.Nonparametric) with { Threads = threads };
        var seen = new Seen(_ => { });
        var whole = fit.Bootstrap(options, progress: seen);
        var total = options.Replicates + (whole.Jackknife?.Count ?? 0);
        AssertRises(seen, total);
        var again = new Seen(_ => { });
        fit.Bootstrap(options with { Replicates = options.Replicates + 10 }, whole, again);
        AssertRises(again, total + 10);
        Assert.Equal(total, again.Done[0]);
    }

    [Theory]
    [InlineData("study", 1)]
    [InlineData("study", 16)]
    [InlineData("general", 2)]
    public void Bootstrap_FailureOnAnyThread_ReachesTheCallerAsItself(string model, int threads)
    {
        var seen = new Seen(_ => throw new InvalidTimeZoneException("as it is"));
        var problem = Assert.Throws<InvalidTimeZoneException>(() => Fit(model).Bootstrap(Options(model, ResamplingKind.Nonparametric) with { Threads = threads }, progress: seen));
        Assert.Equal("as it is", problem.Message);
    }

    private static void AssertRises(Seen seen, int total)
    {
        Assert.Equal(seen.Done.Distinct().Order(), seen.Done);
        Assert.Equal(total, seen.Done[^1]);
        Assert.All(seen.Totals, each => Assert.Equal(total, each));
    }

    private static BootstrapOptions Options(string model, ResamplingKind kind) => new()
    {
        Seed = 18,
        Replicates = model == "general" ? 24 : 130,
        Kind = kind,
        Rule = ImproperRule.Redraw,
        HasJackknife = kind == ResamplingKind.Nonparametric,
    };

    private static FitResult Fit(string model) => model == "general"
        ? Simulated.Table("f =~ x1 + x2 + x3\nf ~ a*x5\nx4 ~ b*f + x6\na == 2*b\nthrough := a*b").Fit(Samples.Blocks(30))
        : FastWorkerTests.Fit(model);

    private static ReplicateWorker Worker(FitResult fit, EffectCatalogue catalogue, ResamplingKind kind) => CompiledFit.Of(fit) is { } model
        ? new CompiledRefit(fit, model, catalogue, SampleSources.Of(fit, kind, 1))
        : new FullRefit(fit, catalogue, [SampleSources.Of(fit, kind, 1)]);

    /// <summary>The rows of a table but for one in so many.</summary>
    private static ReplicateTable? Without(BootstrapResult whole, ReplicateTable? table, int missing, int from)
    {
        if (table is null)
            return null;
        var part = new ReplicateTable(table.Count, whole.Catalogue);
        for (var i = 0; i < table.Count; i++)
        {
            if (i % missing == from % missing || !table.IsDone(i))
                continue;
            var source = table.Row(i);
            var target = part.Row(i);
            source.Values.CopyTo(target.Values);
            source.Effects.CopyTo(target.Effects);
            source.Standardized.CopyTo(target.Standardized);
            source.Arguments.CopyTo(target.Arguments);
            part.Finish(i, table.Status(i), table.Discrepancy(i));
        }

        return part;
    }

    private static void AssertSame(BootstrapResult expected, BootstrapResult actual)
    {
        FastWorkerTests.AssertSame(expected.First, actual.First);
        if (expected.Redrawn is { } redrawn)
            FastWorkerTests.AssertSame(redrawn, actual.Redrawn!);
        if (expected.Jackknife is { } jackknife)
            FastWorkerTests.AssertSame(jackknife, actual.Jackknife!);
    }

    private sealed class Seen(Action<BootstrapProgress> then) : IProgress<BootstrapProgress>
    {
        public List<int> Done { get; } = [];

        public List<int> Totals { get; } = [];

        public void Report(BootstrapProgress value)
        {
            Done.Add(value.Done);
            Totals.Add(value.Total);
            then(value);
        }
    }
}
