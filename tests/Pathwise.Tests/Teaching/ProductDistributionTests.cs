using Pathwise.Teaching;
using Xunit;

namespace Pathwise.Tests.Teaching;

public sealed class ProductDistributionTests
{
    // Moments of the product of two independent normal variables (Craig 1936).
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(1.367, 0.382, 0.610, 0.075)]
    public void Of_ManyDraws_HaveTheMomentsOfTheory(double a, double errorA, double b, double errorB)
    {
        var product = ProductDistribution.Of((a, errorA), (b, errorB), 200_000, seed: 3);
        var variance = (a * a * errorB * errorB) + (b * b * errorA * errorA) + (errorA * errorA * errorB * errorB);
        var skewness = 6 * a * b * errorA * errorA * errorB * errorB / (variance * Math.Sqrt(variance));
        Assert.Equal(a * b, product.Draws.Average(), 4 * Math.Sqrt(variance / 200_000));
        Assert.Equal(Math.Sqrt(variance), Math.Sqrt(product.Draws.Average(value => Math.Pow(value - (a * b), 2))), 0.01 * Math.Sqrt(variance));
        Assert.Equal(skewness, product.Skewness, 0.06);
        Assert.Equal(Math.Sqrt(variance - (errorA * errorA * errorB * errorB)), product.SobelError, 1e-12);
    }

    [Fact]
    public void Interval_OfTheDraws_LeavesAFortiethOnEitherSide()
    {
        var product = ProductDistribution.Of((1, 1), (1, 1), 4000, seed: 3);
        Assert.Equal(100, product.Draws.Count(draw => draw < product.Interval().Lower), 1.0);
        Assert.Equal(100, product.Draws.Count(draw => draw > product.Interval().Upper), 1.0);
    }

    [Fact]
    public void Of_TheSameSeed_DrawsTheSame() => Assert.Equal(
        ProductDistribution.Of((1, 1), (1, 1), 100, 5).Draws, ProductDistribution.Of((1, 1), (1, 1), 100, 5).Draws);

    [Fact]
    public void Of_NoErrorOrTooFewDraws_IsRefused()
    {
        Assert.Throws<InputException>(() => ProductDistribution.Of((1, 0), (1, 1), 1000, 1));
        Assert.Throws<InputException>(() => ProductDistribution.Of((1, 1), (1, 1), 10, 1));
    }
}
