using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Compiled.FourAtOnce;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Compiled.FourAtOnce;

public sealed class LaneFitterTests
{
    [Fact]
    public void Fit_WhicheverLaneAndNeighbours_GivesTheSameBits()
    {
        // Resamples that need very different numbers of steps, loaded in two orders, so that lanes and neighbours change.
        var samples = Covariances(48, 92, 1);
        var forwards = FitAll(samples, [.. Enumerable.Range(0, 48)]);
        var backwards = FitAll(samples, [.. Enumerable.Range(0, 48).Reverse()]);
        var shuffled = FitAll(samples, [.. Enumerable.Range(0, 48).OrderBy(i => i * 29 % 48)]);
        for (var i = 0; i < 48; i++)
        {
            Assert.Equal(forwards[i], backwards[i]);
            Assert.Equal(forwards[i], shuffled[i]);
        }
    }

    [Theory]
    [InlineData(1.0, 115)]
    [InlineData(0.6, 60)]
    public void Fit_Resamples_FindsTheMinimaOfTheSingleFitter(double structure, int atLeast)
    {
        // Where a lane converges the other fitter finds the same minimum from its own start; with a weak structure many do not.
        var (start, units, fitter) = Fitters(structure);
        var samples = Covariances(120, 92, structure);
        var lanes = FitAll(samples, [.. Enumerable.Range(0, 120)], structure);
        var agreed = 0;
        for (var i = 0; i < 120; i++)
        {
            var status = fitter.Fit(samples[i], start);
            if (lanes[i] is not { } found)
                continue;
            var single = fitter.Values.ToArray();
            var discrepancy = fitter.Discrepancy;
            if (!fitter.Conclude(samples[i], found.AsSpan(0, start.Length), found[^1]).HasConverged())
                continue;
            Assert.True(status.HasConverged(), $"{i}: {status}");
            Assert.Equal(discrepancy, fitter.Discrepancy, 1e-9);
            Assert.All(single.Zip(fitter.Values.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * (1 + Math.Abs(pair.First))));
            agreed++;
        }

        Assert.InRange(agreed, atLeast, 120);
        Assert.NotNull(units);
    }

    [Fact]
    public void TryLoad_SingularSample_IsRefused()
    {
        var lanes = Lanes(1);
        Assert.False(lanes.TryLoad(0, new double[18 * 18]));
        Assert.Equal(LanePhase.Idle, lanes.Phase(0));
    }

    [Fact]
    public void Fit_SampleThatAnotherModelMade_GivesUpOrConvergesButEnds()
    {
        // Independent variables: no factor is there, loadings run away.
        var stream = RandomStream.For(8, 0);
        var noise = Enumerable.Range(0, 60 * 18).Select(_ => stream.NextNormal()).ToArray();
        var lanes = Lanes(1);
        Assert.True(lanes.TryLoad(2, Simulated.Covariance(noise, 18)));
        var advances = 0;
        for (; lanes.Phase(2) is not (LanePhase.Done or LanePhase.GivenUp); advances++)
            lanes.Advance();
        Assert.InRange(advances, 1, 2000);
    }

    /// <summary>For each sample the working values and the discrepancy; null where the lane gave up.</summary>
    private static double[]?[] FitAll(double[][] samples, int[] order, double structure = 1)
    {
        var lanes = Lanes(structure);
        var found = new double[]?[samples.Length];
        var inside = new int[LaneKernels.Count];
        for (int next = 0, left = order.Length; left > 0;)
        {
            for (var lane = 0; lane < LaneKernels.Count; lane++)
            {
                if (lanes.Phase(lane) == LanePhase.Idle && next < order.Length)
                    Assert.True(lanes.TryLoad(lane, samples[inside[lane] = order[next++]]));
            }

            lanes.Advance();
            for (var lane = 0; lane < LaneKernels.Count; lane++)
            {
                if (lanes.Phase(lane) is not (LanePhase.Done or LanePhase.GivenUp))
                    continue;
                found[inside[lane]] = lanes.Phase(lane) == LanePhase.Done ? Values(lanes, lane) : null;
                lanes.Release(lane);
                left--;
            }
        }

        return found;
    }

    private static double[] Values(LaneFitter lanes, int lane)
    {
        var values = new double[43];
        lanes.CopyValues(lane, values.AsSpan(0, 42));
        values[42] = lanes.Discrepancy(lane);
        return values;
    }

    private static LaneFitter Lanes(double structure)
    {
        var (start, units, fitter) = Fitters(structure);
        units.ToWorking(start, new double[fitter.Model.StructuralCount]);
        return new LaneFitter(LaneStart.Of(units.Working, DerivativeMap.Of(units.Working), start));
    }

    private static (double[] Start, LatentUnits Units, CovarianceFitter Fitter) Fitters(double structure)
    {
        var fit = Simulated.Table(Simulated.StudyLike).Fit(BootstrappingTests.Sample(Simulated.StudyCases(92, 3, structure), 18));
        var model = CovarianceModelCompiler.TryCompile(fit.Table, out _)!;
        var units = CompiledRefit.Units(fit, model);
        return ([.. fit.Values], units, new CovarianceFitter(model, units));
    }

    private static double[][] Covariances(int count, int n, double structure)
    {
        var source = new CaseResampler(Simulated.StudyCases(n, 3, structure), 18);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var covariance = new double[18 * 18];
            source.Draw(RandomStream.For(11, i), covariance, n);
            return covariance;
        })];
    }
}
