using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class NormalDistributionTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.67448975)]
    [InlineData(0.6744898)]
    [InlineData(3.0)]
    [InlineData(5.656854249492380)]
    [InlineData(5.656854249492381)]
    [InlineData(20.0)]
    public void Cdf_OfEachApproximation_AddsUpToOneAndKeepsTheTail(double z)
    {
        Assert.Equal(1, NormalDistribution.Cdf(z) + NormalDistribution.UpperTail(z), 1e-15);
        Assert.Equal(NormalDistribution.Cdf(-z), NormalDistribution.UpperTail(z));
        Assert.Equal(2 * NormalDistribution.Cdf(-z), NormalDistribution.TwoSided(z));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2.0)]
    [InlineData(6.0)]
    public void Density_IsTheSlopeOfTheProbability(double z)
    {
        const double Step = 1e-4;
        var slope = (NormalDistribution.Cdf(-z + Step) - NormalDistribution.Cdf(-z - Step)) / (2 * Step);
        Assert.Equal(1, slope / NormalDistribution.Density(z), 1e-6);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-12)]
    [InlineData(0.05)]
    [InlineData(0.5)]
    public void Quantile_OfASmallProbability_GivesItBack(double p) =>
        Assert.Equal(1, NormalDistribution.Cdf(NormalDistribution.Quantile(p)) / p, 1e-12);

    [Fact]
    public void Quantile_AtTheEndsAndBeyond_IsInfiniteAndNaN()
    {
        Assert.Equal(double.NegativeInfinity, NormalDistribution.Quantile(0));
        Assert.Equal(double.PositiveInfinity, NormalDistribution.Quantile(1));
        Assert.True(double.IsNaN(NormalDistribution.Quantile(1.2)));
        Assert.Equal(0, NormalDistribution.Cdf(-40));
        Assert.True(double.IsNaN(NormalDistribution.Cdf(double.NaN)));
    }
}
