using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class BootstrappingTests
{
    [Fact]
    public void Bootstrap_FiveHundredResamples_AgreesWithColdGeneralFits()
    {
        // Improper solutions included. In replicate 351 the discrepancy goes on falling slowly: neither path ends in a minimum, and both say
        // that they ran out of iterations.
        var fit = StudyFit();
        var result = fit.Bootstrap(new BootstrapOptions { Seed = 7, Replicates = 500 });
        var source = new CaseResampler(SampleSources.Cases(fit.Sample[0]).ToRowMajorArray(), 18);
        var cases = new double[92 * 18];
        var (compared, improper, without) = (0, 0, new List<int>());
        for (var i = 0; i < 500; i++)
        {
            source.DrawCases(RandomStream.For(7, i), cases);
            var general = fit.Table.Fit(Sample(cases, 18));
            if (!general.HasConverged || result.Status(i)?.HasConverged() != true)
            {
                without.Add(i);
                Assert.Equal(StopReason.TooManyIterations, general.Termination.Reason);
                Assert.Equal(FitStatus.TooManyIterations, result.Status(i));
                continue;
            }

            var values = result.Values(i).ToArray();
            compared++;
            improper += result.Status(i)!.Value.IsImproper() ? 1 : 0;
            Assert.Equal(general.Discrepancy, result.ChiSquares(i) / fit.Multiplier, 1e-9);
            for (var j = 0; j < values.Length; j++)
                Assert.True(Math.Abs(values[j] - general.Values[j]) <= 1e-6 * (1 + Math.Abs(values[j])), $"{i}, {j}: {values[j]:R} and {general.Values[j]:R}");
        }

        Assert.Equal(499, compared);
        Assert.Equal([351], without);
        Assert.InRange(improper, 50, 400);
    }

    [Fact]
    public void Bootstrap_AnyNumberOfThreads_GivesTheSameBits()
    {
        var fit = StudyFit();
        var one = fit.Bootstrap(new BootstrapOptions { Seed = 18, Replicates = 300, HasJackknife = true });
        foreach (var threads in new[] { 2, 16 })
            AssertSame(one, fit.Bootstrap(new BootstrapOptions { Seed = 18, Replicates = 300, Threads = threads, HasJackknife = true }));
    }

    [Fact]
    public void Bootstrap_InterruptedAndResumed_GivesTheSameBits()
    {
        var fit = StudyFit();
        var options = new BootstrapOptions { Seed = 18, Replicates = 400, Rule = ImproperRule.Redraw, Threads = 2 };
        using var source = new CancellationTokenSource();
        var partial = fit.Bootstrap(options, progress: new Stop(source), cancellation: source.Token);
        Assert.InRange(partial.Drawn, 64, 399);
        Assert.Equal(400, partial.Requested);
        AssertSame(fit.Bootstrap(options), fit.Bootstrap(options, resume: partial));
    }

    [Fact]
    public void Bootstrap_Cancelled_StopsBeforeTheFirstReplicate()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var partial = StudyFit().Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 100_000 }, cancellation: source.Token);
        Assert.Equal(0, partial.Drawn);
        Assert.Empty(partial.ChiSquares());
    }

    [Fact]
    public void Bootstrap_ResumedForAnotherSeed_IsRefused()
    {
        var fit = StudyFit();
        var earlier = fit.Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 2 });
        Assert.Throws<InputException>(() => fit.Bootstrap(new BootstrapOptions { Seed = 2, Replicates = 2 }, resume: earlier));
    }

    [Fact]
    public void Bootstrap_EachRule_CountsAndUsesWhatItSays()
    {
        var keep = StudyFit().Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 400, Rule = ImproperRule.Redraw }).Under(ImproperRule.Keep);
        Assert.Equal(400, keep.Drawn);
        Assert.InRange(keep.Improper, 60, 240);
        Assert.Equal(keep.Improper, keep.ImproperByReason.Values.Sum());
        Assert.Equal(400 - keep.Converged, keep.Failures.Values.Sum());
        Assert.Equal(keep.Converged, keep.Used);
        Assert.Equal(keep.Converged - keep.Improper, keep.Under(ImproperRule.Drop).Used);
        Assert.Equal(400, keep.Under(ImproperRule.Redraw).Used);
    }

    [Fact]
    public void Under_RedrawThatWasNotDrawn_IsRefused()
    {
        var result = StudyFit().Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 2 });
        Assert.Throws<InputException>(() => result.Under(ImproperRule.Redraw));
        Assert.Throws<InputException>(() => result.ChiSquarePValue());
    }

    [Fact]
    public void Bootstrap_BollenStine_HasAModelThatHoldsInItsPopulation()
    {
        // With the transformed cases as sample the model fits exactly.
        var fit = StudyFit();
        var transformed = (CaseResampler)SampleSources.Of(fit, ResamplingKind.BollenStine, 1);
        var covariance = new double[18 * 18];
        transformed.All(covariance, 92);
        var implied = fit.ImpliedCovariance().ToRowMajorArray();
        Assert.All(covariance.Zip(implied), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
        Assert.InRange(fit.Bootstrap(new BootstrapOptions { Seed = 2, Replicates = 300, Kind = ResamplingKind.BollenStine }).ChiSquarePValue(), 0.02, 0.99);
    }

    [Fact]
    public void Bootstrap_Parametric_CentresOnTheEstimates()
    {
        var fit = StudyFit(600);
        var result = fit.Bootstrap(new BootstrapOptions { Seed = 2, Replicates = 300, Kind = ResamplingKind.Parametric });
        for (var j = 0; j < fit.Values.Count; j++)
        {
            var draws = result.Draws(j).ToArray();
            Assert.InRange((Univariate.Mean(draws) - fit.Values[j]) / Univariate.StandardDeviation(draws), -0.35, 0.35);
        }
    }

    [Fact]
    public void Bootstrap_MomentsAlone_AllowsTheParametricKindOnly()
    {
        var covariance = Matrix<double>.Build.Dense(18, 18, Simulated.Covariance(Simulated.StudyCases(92, 3), 18));
        var table = Simulated.Table(Simulated.StudyLike);
        var fit = table.Fit(SampleMoments.OfCovariance(table.ObservedVariables, covariance, 92));
        Assert.Throws<InputException>(() => fit.Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 3 }));
        Assert.Equal(3, fit.Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 3, Kind = ResamplingKind.Parametric }).Drawn);
    }

    [Theory]
    [InlineData("x4 ~ a*x1\nx5 ~ b*x4 + x1\na == b")]
    [InlineData("x4 ~ x1 + x2\nx5 ~ x4\nx4 ~ 1\nx5 ~ 1")]
    public void Bootstrap_ConstraintsOrMeans_GoThroughTheGeneralPath(string syntax)
    {
        var table = Simulated.Table(syntax);
        Assert.Null(CovarianceModelCompiler.TryCompile(table, out var why));
        Assert.NotNull(why);
        var all = Matrix<double>.Build.DenseOfRowMajor(80, 6, Simulated.Blocks(80, 6, 3, 9));
        var fit = table.Fit(SampleMoments.OfCases(["x1", "x2", "x3", "x4", "x5", "x6"], all, Divisor.Count));
        var result = fit.Bootstrap(new BootstrapOptions { Seed = 5, Replicates = 40, Threads = 2 });
        Assert.InRange(result.Converged, 38, 40);
        AssertSame(result, fit.Bootstrap(new BootstrapOptions { Seed = 5, Replicates = 40 }));
    }

    [Fact]
    public void Bootstrap_ObservedExogenousVariables_HasTheirMomentsFromEachResample()
    {
        // fixed.x: the general path takes them from each resample too, so both paths must agree to the last digits.
        var table = Simulated.Table("f =~ x1 + x2 + x3\nx4 ~ f + x5 + x6\nf ~ x5");
        var cases = Simulated.Blocks(80, 6, 3, 9);
        var fit = table.Fit(SampleMoments.OfCases(["x1", "x2", "x3", "x4", "x5", "x6"], Matrix<double>.Build.DenseOfRowMajor(80, 6, cases), Divisor.Count));
        var result = fit.Bootstrap(new BootstrapOptions { Seed = 5, Replicates = 30 });
        var drawn = new double[80 * 6];
        for (var i = 0; i < 30; i++)
        {
            new CaseResampler(cases, 6).DrawCases(RandomStream.For(5, i), drawn);
            var general = table.Fit(SampleMoments.OfCases(["x1", "x2", "x3", "x4", "x5", "x6"], Matrix<double>.Build.DenseOfRowMajor(80, 6, drawn), Divisor.Count));
            Assert.All(result.Values(i).ToArray().Zip(general.Values), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        }
    }

    [Fact]
    public void Bootstrap_HundredThousandReplicates_AllocatesItsResultsAlone()
    {
        // A small model, so that it is quick; what this thread allocates is the table of results and little else.
        var fit = Simulated.Table("f =~ x1 + x2 + x3\nx4 ~ f").Fit(FourOf(Samples.Blocks(60)));
        fit.Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 100 });
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = fit.Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 100_000 });
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var ofReplicate = (8 * (fit.Values.Count + (2 * result.Effects.Count) + 1)) + 4 + 1 + 4;
        Assert.Equal(100_000, result.Drawn);
        Assert.InRange(allocated / 100_000.0, 0.9 * ofReplicate, ofReplicate + 16);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, -1)]
    public void Bootstrap_ImpossibleOptions_AreRefused(int replicates, int threads) =>
        Assert.Throws<InputException>(() => StudyFit().Bootstrap(new BootstrapOptions { Seed = 1, Replicates = replicates, Threads = threads }));

    internal static FitResult StudyFit(int n = 92) =>
        Simulated.Table(Simulated.StudyLike).Fit(Sample(Simulated.StudyCases(n, 3), 18));

    internal static SampleMoments Sample(double[] cases, int columns) => SampleMoments.OfCases(
        Simulated.Table(Simulated.StudyLike).ObservedVariables,
        Matrix<double>.Build.DenseOfRowMajor(cases.Length / columns, columns, cases),
        Divisor.Count);

    private static SampleMoments FourOf(SampleMoments sample) =>
        SampleMoments.OfCases([.. sample.Names.Take(4)], sample.Cases!.SubMatrix(0, sample.Cases.RowCount, 0, 4), Divisor.Count);

    private static void AssertSame(BootstrapResult expected, BootstrapResult actual)
    {
        Assert.Equal(expected.ChiSquares(), actual.ChiSquares());
        for (var j = 0; j < expected.Fit.Values.Count; j++)
            Assert.Equal(expected.Draws(j), actual.Draws(j));
        for (var k = 0; k < expected.Effects.Count; k++)
        {
            Assert.Equal(expected.Draws(k, false), actual.Draws(k, false));
            Assert.Equal(expected.Draws(k, true), actual.Draws(k, true));
            Assert.Equal(expected.LeftOut(k, true), actual.LeftOut(k, true));
        }
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<BootstrapProgress>
    {
        public void Report(BootstrapProgress value) => source.Cancel();
    }
}
