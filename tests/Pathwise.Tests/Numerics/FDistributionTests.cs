using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class FDistributionTests
{
    [Theory]
    [InlineData(0.2)]
    [InlineData(3.7)]
    public void Cdf_TwoAndTwoDegreesOfFreedom_IsTheClosedForm(double f)
    {
        Assert.Equal(f / (1 + f), FDistribution.Cdf(f, 2, 2), 1e-14);
        Assert.Equal(1 / (1 + f), FDistribution.UpperTail(f, 2, 2), 1e-14);
    }

    [Fact]
    public void UpperTail_OneDegreeInTheNumerator_IsTheTwoSidedT() =>
        Assert.Equal(StudentDistribution.TwoSided(2.1, 17), FDistribution.UpperTail(2.1 * 2.1, 1, 17), 1e-14);

    [Fact]
    public void Cdf_OfTheReciprocal_IsTheOtherTailWithDegreesExchanged() =>
        Assert.Equal(FDistribution.UpperTail(1 / 2.5, 9, 4), FDistribution.Cdf(2.5, 4, 9), 1e-14);

    [Fact]
    public void Cdf_BelowZero_IsNothing() => Assert.Equal((0.0, 1.0), (FDistribution.Cdf(-1, 2, 3), FDistribution.UpperTail(0, 2, 3)));

    [Theory]
    [InlineData(0.025, 90, 270)]
    [InlineData(0.975, 90, 270)]
    public void Quantile_OfAProbability_GivesItBack(double p, double numerator, double denominator) =>
        Assert.Equal(p, FDistribution.Cdf(FDistribution.Quantile(p, numerator, denominator), numerator, denominator), 1e-13);

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    public void Quantile_OfAnImpossibleProbability_IsRefused(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FDistribution.Quantile(p, 3, 4));
}
