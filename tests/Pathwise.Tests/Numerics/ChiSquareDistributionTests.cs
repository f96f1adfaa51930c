using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class ChiSquareDistributionTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(7.5)]
    [InlineData(80.0)]
    public void Tails_TwoDegreesOfFreedom_AreExponential(double x)
    {
        Assert.Equal(Math.Exp(-x / 2), ChiSquareDistribution.UpperTail(x, 2), 1e-14 * Math.Exp(-x / 2) * 100);
        Assert.Equal(1 - Math.Exp(-x / 2), ChiSquareDistribution.Cdf(x, 2), 1e-14);
    }

    [Fact]
    public void UpperTail_OneDegreeOfFreedom_IsTheTwoSidedNormal() =>
        Assert.Equal(NormalDistribution.TwoSided(1.786), ChiSquareDistribution.UpperTail(1.786 * 1.786, 1), 1e-14);

    [Fact]
    public void Tails_AtTheEnds_AreZeroAndOne()
    {
        Assert.Equal((0.0, 1.0), (ChiSquareDistribution.Cdf(-1, 3), ChiSquareDistribution.UpperTail(-1, 3)));
        Assert.Equal((1.0, 0.0), (ChiSquareDistribution.Cdf(double.PositiveInfinity, 3), ChiSquareDistribution.UpperTail(double.PositiveInfinity, 3)));
    }

    [Theory]
    [InlineData(1e-6, 5)]
    [InlineData(0.4, 1)]
    [InlineData(0.999999, 129)]
    public void Quantile_OfAProbability_GivesItBack(double p, double degreesOfFreedom) =>
        Assert.Equal(p, ChiSquareDistribution.Cdf(ChiSquareDistribution.Quantile(p, degreesOfFreedom), degreesOfFreedom), 1e-13);

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Quantile_OfAnImpossibleProbability_IsRefused(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquareDistribution.Quantile(p, 3));
}
