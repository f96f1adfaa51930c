using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class FastWorkerTests
{
    /// <summary>Latent variables with definitions; observed ones with fixed.x and definitions that are more than regressions.</summary>
    public static TheoryData<string, ResamplingKind> Sources => new MatrixTheoryData<string, ResamplingKind>(
        ["study", "mixed"], [ResamplingKind.Nonparametric, ResamplingKind.Parametric, ResamplingKind.BollenStine]);

    public static TheoryData<string> Models => ["study", "mixed"];

    [Theory]
    [MemberData(nameof(Sources))]
    public void DrawAll_AnyOrderAndPartition_GivesTheSameBits(string model, ResamplingKind kind)
    {
        var run = new Bench(Fit(model), kind);
        var whole = run.DrawAll(Enumerable.Range(0, 70));
        AssertSame(whole, run.DrawAll(Enumerable.Range(0, 70).Reverse()));
        AssertSame(whole, run.DrawAll(Enumerable.Range(0, 70).Select(i => i * 29 % 70)));
        AssertSame(whole, run.DrawAll(Enumerable.Range(0, 3), Enumerable.Range(3, 1), Enumerable.Range(4, 66)));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void DrawAll_SideBySide_FindsWhatOneAfterTheOtherFinds(string model, ResamplingKind kind)
    {
        var run = new Bench(Fit(model), kind);
        var (lanes, single, worker) = (run.DrawAll(Enumerable.Range(0, 60)), run.Table(60), run.Worker());
        for (var i = 0; i < 60; i++)
            single.Finish(i, worker.Draw(RandomStream.For(18, i), single.Row(i)), worker.Discrepancy);
        AssertClose(single, lanes, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void LeaveOutAll_SideBySide_FindsWhatTheGeneralPathFinds(string model)
    {
        // Another fitter, its samples made from the cases themselves.
        var run = new Bench(Fit(model), ResamplingKind.Nonparametric);
        var (lanes, general) = (run.Table(run.Fit.CaseCount), run.Table(run.Fit.CaseCount));
        Assert.Equal(run.Fit.CaseCount, run.Worker().LeaveOutAll(OpenRows.Of(lanes)).Count());
        var worker = new FullRefit(run.Fit, run.Catalogue, [run.Source()]);
        Assert.Equal(12, worker.LeaveOutAll(new OpenRows(general, Enumerable.Range(0, 12))).Count());
        AssertClose(general, lanes, 2e-6, 12);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void DrawAll_SteadyState_AllocatesNothingForAReplicate(string model)
    {
        // Nine hundred more replicates, written into a table that is there: not even one of them may allocate an object.
        var run = new Bench(Fit(model), ResamplingKind.Nonparametric);
        var worker = run.Worker();
        long Allocated(int replicates)
        {
            var rows = OpenRows.Of(run.Table(replicates));
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var _ in worker.DrawAll(rows, 1))
            {
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(50);
        var few = Allocated(100);
        Assert.InRange(Allocated(1000) - few, long.MinValue, 899);
    }

    [Fact]
    public void Draw_SingularSample_HasNoDiscrepancyOfAnEarlierOne()
    {
        // Four cases of eighteen variables: no resample has a positive definite covariance matrix.
        var fit = Fit("study");
        var run = new Bench(fit, ResamplingKind.Nonparametric);
        var worker = run.Worker();
        var table = run.Table(2);
        Assert.True(worker.Draw(RandomStream.For(1, 0), table.Row(0)).HasConverged());
        var few = new CompiledRefit(fit, CompiledFit.Of(fit)!, run.Catalogue, new CaseResampler(Simulated.Blocks(4, 18, 3, 1), 18));
        Assert.Equal(FitStatus.SingularSample, few.Draw(RandomStream.For(1, 0), table.Row(1)));
        Assert.Equal(0, few.Discrepancy);
        Assert.Equal([0, 1], few.DrawAll(OpenRows.Of(run.Table(2)), 1));
    }

    /// <summary>The study's, or with fixed.x and definitions of many kinds; "weak" is the latter in a small sample, with improper solutions.</summary>
    internal static FitResult Fit(string model) => model == "study"
        ? BootstrappingTests.StudyFit()
        : Simulated.Table("f =~ x1 + l*x2 + x3\nf ~ b*x5 + x6\nx4 ~ c*f\nx1 ~~ v*x1\nthrough := b*c\nscaled := l*b + v").Fit(Samples.Blocks(model == "weak" ? 30 : 120));

    internal static void AssertSame(ReplicateTable expected, ReplicateTable actual)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected.IsDone(i), actual.IsDone(i));
            Assert.Equal(expected.Status(i), actual.Status(i));
            Assert.Equal(expected.Discrepancy(i), actual.Discrepancy(i));
            if (!expected.Status(i).HasConverged())
                continue;
            Assert.Equal(Numbers(expected, i), Numbers(actual, i));
        }
    }

    private static void AssertClose(ReplicateTable expected, ReplicateTable actual, double tolerance, int? count = null)
    {
        var compared = 0;
        for (var i = 0; i < (count ?? expected.Count); i++)
        {
            Assert.Equal(expected.Status(i), actual.Status(i));
            if (!expected.Status(i).HasConverged())
                continue;
            compared++;
            Assert.All(Numbers(expected, i).Zip(Numbers(actual, i)), pair => Assert.True(
                pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= tolerance * (1 + Math.Abs(pair.First)), $"{i}: {pair}"));
        }

        Assert.True(compared >= 0.8 * (count ?? expected.Count));
    }

    // Proportions mediated have a denominator that may be next to nothing.
    private static double[] Numbers(ReplicateTable table, int row)
    {
        var estimates = table.Row(row);
        return [.. estimates.Values, .. estimates.Effects, .. estimates.Standardized, .. estimates.Arguments];
    }

    /// <summary>What a run hands to its workers.</summary>
    private sealed class Bench(FitResult fit, ResamplingKind kind)
    {
        private readonly CompiledFit model = CompiledFit.Of(fit)!;

        public FitResult Fit => fit;

        public EffectCatalogue Catalogue { get; } = Bootstrapping.Catalogue(fit, CompiledRefit.Compile(fit));

        public SampleSource Source() => SampleSources.Of(fit, kind, 1);

        public CompiledRefit Worker() => new(fit, model, Catalogue, Source());

        public ReplicateTable Table(int rows) => new(rows, Catalogue);

        /// <summary>Each part by a worker of its own.</summary>
        public ReplicateTable DrawAll(params IEnumerable<int>[] parts)
        {
            var table = Table(parts.Sum(part => part.Count()));
            foreach (var part in parts)
            {
                var finished = Worker().DrawAll(new OpenRows(table, part), 18).Order().ToArray();
                Assert.Equal(part.Order(), finished);
            }

            return table;
        }
    }
}
