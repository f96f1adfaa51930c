using Pathwise.Multiverse.Inference;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class SimultaneousBandTests
{
    [Fact]
    public void Of_ItsOwnDraws_HoldsTheLevelOfThemAtOnce()
    {
        var draws = JointDrawsTests.Correlated(5, 999, 4, 0.2);
        var band = SimultaneousBand.Of(draws, 0.95);
        var inside = Enumerable.Range(0, 999).Count(b => Enumerable.Range(0, 5).All(s => band.Bounds[s]!.Value.Contains(draws.Draws(s)[b])));
        Assert.Equal(950, inside);
        Assert.Equal(band.Critical, band.CriticalIfFailuresExceed);
        Assert.Equal(band.Bounds.Min(each => each!.Value.Lower), band.Outermost!.Value.Lower);
    }

    [Fact]
    public void Critical_OfOneUniverse_IsAboutTheNormalQuantile() =>
        Assert.Equal(1.96, SimultaneousBand.Of(JointDrawsTests.Correlated(1, 19_999, 5, 0), 0.95).Critical!.Value, 0.04);

    [Fact]
    public void Critical_OfIndependentUniverses_IsAboutSidaks()
    {
        double[][] rows = [.. Enumerable.Range(0, 10).Select(s => Normal(9_999, s))];
        var expected = NormalDistribution.Quantile((1 + Math.Pow(0.95, 0.1)) / 2);
        Assert.Equal(expected, SimultaneousBand.Of(new JointDraws(new double[10], rows), 0.95).Critical!.Value, 0.06);
    }

    [Fact]
    public void Of_FailuresInManyResamples_SaysWhatTheyCouldHide()
    {
        double[][] rows = [Normal(1000, 1), Normal(1000, 2)];
        for (var b = 0; b < 30; b++)
            rows[1][b] = double.NaN;
        var band = SimultaneousBand.Of(new JointDraws([0, 0], rows), 0.95);
        Assert.Equal(30, band.ReplicatesWithFailures);
        Assert.True(band.CriticalIfFailuresExceed > band.Critical);
        for (var b = 30; b < 60; b++)
            rows[1][b] = double.NaN;
        Assert.Null(SimultaneousBand.Of(new JointDraws([0, 0], rows), 0.95).CriticalIfFailuresExceed);
    }

    [Fact]
    public void Of_TooFewResamplesForTheLevel_HasNoBand()
    {
        var band = SimultaneousBand.Of(JointDrawsTests.Correlated(2, 30, 6, 0.1), 0.99);
        Assert.Null(band.Critical);
        Assert.Null(band.Outermost);
        Assert.All(band.Bounds, Assert.Null);
    }

    internal static double[] Normal(int count, long index)
    {
        var stream = RandomStream.For(11, index);
        return [.. Enumerable.Range(0, count).Select(_ => stream.NextNormal())];
    }
}
