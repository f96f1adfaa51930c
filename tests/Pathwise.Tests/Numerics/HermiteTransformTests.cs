using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class HermiteTransformTests
{
    // The shares of a survey's answers on seven points, and unequal ones on five.
    private static readonly double[] Seven = [-1.8, -1.2, -0.7, -0.1, 0.6, 1.3], Five = [0.1, 0.5, 1.1, 1.9];

    // By brute force: the covariance of two step functions is the sum over pairs of thresholds of the joint probability above both, less the product.
    [Theory]
    [InlineData(.7)]
    [InlineData(-.4)]
    [InlineData(.9)]
    public void Correlation_OfSteps_IsThatOfBivariateNormalProbabilities(double rho)
    {
        var covariance = 0.0;
        foreach (var a in Seven)
        {
            foreach (var b in Five)
                covariance += BivariateNormal.Cdf(-a, -b, rho) - (NormalDistribution.Cdf(-a) * NormalDistribution.Cdf(-b));
        }

        var expected = covariance / Math.Sqrt(Variance(Seven) * Variance(Five));
        Assert.Equal(expected, Steps(Seven).Correlation(Steps(Five), rho), rho < .8 ? 1e-9 : 1e-5);
    }

    [Fact]
    public void Needed_GivesTheWantedCorrelation_AndNoneBeyondReach()
    {
        var (seven, five) = (Steps(Seven), Steps(Five));
        var rho = seven.Needed(five, .5)!.Value;
        Assert.InRange(rho, .5, .8);
        Assert.Equal(.5, seven.Correlation(five, rho), 1e-12);
        Assert.Null(seven.Needed(five, .97));
        Assert.Equal(.3, HermiteTransform.Identity.Needed(HermiteTransform.Identity, .3)!.Value, 1e-12);
    }

    // Fleishman's (1978) table for skewness 2 and excess kurtosis 7, as Vale and Maurelli (1983) and simulation studies use it: b .76158527, c .26002260, d .05307227.
    [Fact]
    public void Cubic_OfSkewnessTwoAndKurtosisSeven_IsFleishmans()
    {
        var cubic = HermiteTransform.Cubic(2, 7);
        double F(double z) => -.26002260 + (.76158527 * z) + (.26002260 * z * z) + (.05307227 * z * z * z);
        Assert.All(new[] { -2.0, -.5, 0, 1, 2.5 }, z => Assert.Equal(F(z), cubic.Of(z), 2e-7));
    }

    [Theory]
    [InlineData(2, 7)]
    [InlineData(-1, 1.5)]
    [InlineData(0, 0)]
    public void Cubic_HasItsMoments(double skewness, double kurtosis)
    {
        var (cubic, moments) = (HermiteTransform.Cubic(skewness, kurtosis), new double[5]);
        const double Step = .001;
        for (var z = -12.0; z <= 12; z += Step)
        {
            for (var k = 1; k <= 4; k++)
                moments[k] += Math.Pow(cubic.Of(z), k) * NormalDistribution.Density(z) * Step;
        }

        Assert.Equal(0, moments[1], 1e-8);
        Assert.Equal(1, moments[2], 1e-8);
        Assert.Equal(skewness, moments[3], 1e-7);
        Assert.Equal(kurtosis + 3, moments[4], 1e-6);
    }

    [Fact]
    public void Cubic_OfImpossibleMoments_IsRefused() => Assert.Throws<InputException>(() => HermiteTransform.Cubic(3, 1));

    private static HermiteTransform Steps(double[] thresholds) => HermiteTransform.Steps(thresholds, [.. Enumerable.Range(1, thresholds.Length + 1).Select(k => (double)k)]);

    private static double Variance(double[] thresholds)
    {
        double[] edges = [0, .. thresholds.Select(NormalDistribution.Cdf), 1];
        var mean = Enumerable.Range(0, edges.Length - 1).Sum(k => (k + 1) * (edges[k + 1] - edges[k]));
        return Enumerable.Range(0, edges.Length - 1).Sum(k => (k + 1 - mean) * (k + 1 - mean) * (edges[k + 1] - edges[k]));
    }
}
