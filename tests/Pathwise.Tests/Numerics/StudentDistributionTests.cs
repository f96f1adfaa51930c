using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class StudentDistributionTests
{
    [Theory]
    [InlineData(-3.0)]
    [InlineData(0.0)]
    [InlineData(1.5)]
    public void Cdf_OneDegreeOfFreedom_IsCauchys(double t) =>
        Assert.Equal(0.5 + (Math.Atan(t) / Math.PI), StudentDistribution.Cdf(t, 1), 1e-14);

    [Theory]
    [InlineData(-1.2)]
    [InlineData(2.6)]
    public void Cdf_TwoDegreesOfFreedom_IsTheClosedForm(double t) =>
        Assert.Equal(0.5 + (t / (2 * Math.Sqrt(2 + (t * t)))), StudentDistribution.Cdf(t, 2), 1e-14);

    [Fact]
    public void TwoSided_OfEitherSign_IsTheSameAndZeroAtInfinity()
    {
        Assert.Equal(StudentDistribution.TwoSided(-2, 11), StudentDistribution.TwoSided(2, 11));
        Assert.Equal(0, StudentDistribution.TwoSided(1e200, 11));
    }

    [Theory]
    [InlineData(0.001, 3)]
    [InlineData(0.5, 3)]
    [InlineData(0.975, 66.2)]
    public void Quantile_OfAProbability_GivesItBack(double p, double degreesOfFreedom) =>
        Assert.Equal(p, StudentDistribution.Cdf(StudentDistribution.Quantile(p, degreesOfFreedom), degreesOfFreedom), 1e-13);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Quantile_OfAnImpossibleProbability_IsRefused(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentDistribution.Quantile(p, 3));
}
