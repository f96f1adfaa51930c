using System.Globalization;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class BivariateNormalTests
{
    [Fact]
    public void Cdf_AgainstThirtyDigits_IsWithin1e14()
    {
        var rows = File.ReadLines(Repository.Fixture("ordinal", "bivariate-normal.csv")).Skip(1)
            .Select(line => Array.ConvertAll(line.Split(','), text => double.Parse(text, CultureInfo.InvariantCulture))).ToArray();
        Assert.Equal(315, rows.Length);
        var worst = rows.MaxBy(row => Math.Abs(BivariateNormal.Cdf(row[0], row[1], row[2]) - row[3]))!;
        Assert.InRange(Math.Abs(BivariateNormal.Cdf(worst[0], worst[1], worst[2]) - worst[3]), 0, 1e-14);
        Assert.All(rows, row => Assert.Equal(row[3], BivariateNormal.Cdf(row[1], row[0], row[2]), 1e-14));
    }

    [Theory]
    [InlineData(-0.999)]
    [InlineData(-0.5)]
    [InlineData(0.3)]
    [InlineData(0.93)]
    [InlineData(1.0)]
    public void Cdf_AtTheOrigin_IsItsClosedForm(double rho) =>
        Assert.Equal(0.25 + (Math.Asin(rho) / (2 * Math.PI)), BivariateNormal.Cdf(0, 0, rho), 1e-15);

    [Fact]
    public void Cdf_AtTheEnds_IsThatOfOneVariable()
    {
        Assert.Equal(NormalDistribution.Cdf(0.3), BivariateNormal.Cdf(0.3, 1.2, 1), 1e-15);
        Assert.Equal(NormalDistribution.Cdf(0.3) - NormalDistribution.Cdf(-1.2), BivariateNormal.Cdf(0.3, 1.2, -1), 1e-15);
        Assert.Equal(0, BivariateNormal.Cdf(-0.3, -1.2, -1));
        Assert.Equal(NormalDistribution.Cdf(0.3), BivariateNormal.Cdf(0.3, double.PositiveInfinity, 0.4));
        Assert.Equal(1, BivariateNormal.Cdf(double.PositiveInfinity, double.PositiveInfinity, 0.4));
        Assert.Equal(0, BivariateNormal.Cdf(0.3, double.NegativeInfinity, 0.4));
        Assert.True(double.IsNaN(BivariateNormal.Cdf(0, 0, 1.1)));
        Assert.True(double.IsNaN(BivariateNormal.Cdf(double.NaN, 0, 0.1)));
    }

    [Theory]
    [InlineData(0.4, -1.1, 0.2)]
    [InlineData(-0.7, -0.2, -0.85)]
    [InlineData(1.9, 1.5, 0.95)]
    public void Derivatives_AreTheSlopes(double x, double y, double rho)
    {
        Assert.Equal(Slope(at => BivariateNormal.Cdf(at, y, rho), x), BivariateNormal.CdfSlope(x, y, rho), 1e-8);
        Assert.Equal(Slope(at => BivariateNormal.Cdf(x, at, rho), y), BivariateNormal.CdfSlope(y, x, rho), 1e-8);
        Assert.Equal(Slope(at => BivariateNormal.Cdf(x, y, at), rho), BivariateNormal.Density(x, y, rho), 1e-8);
        Assert.Equal(Slope(at => BivariateNormal.Density(x, y, at), rho), BivariateNormal.DensitySlope(x, y, rho), 1e-6);
    }

    [Fact]
    public void Derivatives_AtInfinity_AreZeroOrThoseOfOneVariable()
    {
        Assert.Equal(0, BivariateNormal.Density(double.PositiveInfinity, 0, 0.4));
        Assert.Equal(0, BivariateNormal.DensitySlope(0, double.NegativeInfinity, 0.4));
        Assert.Equal(0, BivariateNormal.CdfSlope(double.NegativeInfinity, 0, 0.4));
        Assert.Equal(NormalDistribution.Density(0.7), BivariateNormal.CdfSlope(0.7, double.PositiveInfinity, 0.4));
    }

    private static double Slope(Func<double, double> function, double at)
    {
        const double Step = 1e-3;
        return ((8 * (function(at + Step) - function(at - Step))) - function(at + (2 * Step)) + function(at - (2 * Step))) / (12 * Step);
    }
}
