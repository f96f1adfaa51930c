using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class NoncentralChiSquareDistributionTests
{
    [Theory]
    [InlineData(169.0412, 129, 0.05)]
    [InlineData(169.0412, 129, 0.95)]
    [InlineData(30, 24, 0.5)]
    public void Noncentrality_OfAProbability_GivesItBack(double x, double degreesOfFreedom, double p)
    {
        var noncentrality = NoncentralChiSquareDistribution.Noncentrality(x, degreesOfFreedom, p);
        var expected = Math.Min(p, ChiSquareDistribution.Cdf(x, degreesOfFreedom));
        Assert.Equal(expected, NoncentralChiSquareDistribution.Cdf(x, degreesOfFreedom, noncentrality), 1e-12);
    }

    [Fact]
    public void Noncentrality_WhenTheCentralProbabilityIsBelow_IsZero() =>
        Assert.Equal(0, NoncentralChiSquareDistribution.Noncentrality(20, 24, 0.95));

    [Theory]
    [InlineData(3.0, 1, 2.5)]
    [InlineData(14.0, 4, 9.0)]
    [InlineData(60.0, 8, 30.0)]
    public void Cdf_SmallNoncentrality_IsThePoissonMixtureSummedFromItsFirstTerm(double x, double degreesOfFreedom, double noncentrality)
    {
        double sum = 0, weight = Math.Exp(-noncentrality / 2);
        for (var j = 0; j < 200; j++)
        {
            sum += weight * ChiSquareDistribution.Cdf(x, degreesOfFreedom + (2 * j));
            weight *= noncentrality / 2 / (j + 1);
        }

        Assert.Equal(sum, NoncentralChiSquareDistribution.Cdf(x, degreesOfFreedom, noncentrality), 1e-13);
        Assert.Equal(1 - sum, NoncentralChiSquareDistribution.UpperTail(x, degreesOfFreedom, noncentrality), 1e-13);
    }

    [Fact]
    public void Cdf_OneDegreeOfFreedom_IsThatOfASquaredNormal()
    {
        // (z + 2)^2 <= 9 when z lies between -5 and 1.
        Assert.Equal(NormalDistribution.Cdf(1) - NormalDistribution.Cdf(-5), NoncentralChiSquareDistribution.Cdf(9, 1, 4), 1e-13);
        Assert.Equal(0, NoncentralChiSquareDistribution.Cdf(0, 1, 4));
        Assert.Equal(ChiSquareDistribution.Cdf(9, 3), NoncentralChiSquareDistribution.Cdf(9, 3, 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Noncentrality_OfAnImpossibleProbability_IsRefused(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NoncentralChiSquareDistribution.Noncentrality(20, 24, p));
}
