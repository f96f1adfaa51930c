using Pathwise.Numerics;
using Pathwise.Sem.Evaluation;
using Xunit;

namespace Pathwise.Tests.Sem.Evaluation;

public sealed class TSizeFitTests
{
    [Theory]
    [InlineData("holzinger")]
    [InlineData("democracy")]
    public void Indices_OfTextbookModels_AreThoseOfNoncentralChiSquaresInR(string model)
    {
        var (size, expected) = (UnbiasedSrmrFitTests.Fit(model).TSize()!, UnbiasedSrmrFitTests.Expected(model));
        Assert.Equal(expected["rmsea.t"], size.Rmsea!.Value, 1e-6);
        Assert.Equal(expected["cfi.t"], size.Cfi!.Value, 1e-6);
    }

    // dynamic's example of equivTest: n 301, T_ml 85.306, df 24, T_mli 918.852, p 9. It approximates the noncentrality as Venables (1975) does, to which its formulas give .1136784 and .8701924.
    [Fact]
    public void Indices_OfDynamicsExample_AreItsApproximation()
    {
        var (size, expected) = (TSizeFit.Of(85.306, 24, 918.852, 36, 301, 0.05), UnbiasedSrmrFitTests.Expected("dynamic"));
        Assert.Equal(expected["rmsea.t"], size.Rmsea!.Value, 1e-9);
        Assert.Equal(expected["cfi.t"], size.Cfi!.Value, 1e-9);
        Assert.Equal(.1136784, size.Rmsea!.Value, 1e-6);
        Assert.Equal(.8701924, size.Cfi!.Value, 1e-6);
    }

    // The T-size is where a test of so large a misfit just rejects: the chi-square is the 5 % point of the noncentral distribution.
    [Fact]
    public void Rmsea_IsTheMisfitThatTheChiSquareJustRejects()
    {
        var size = TSizeFit.Of(85.306, 24, 918.852, 36, 301, 0.05);
        Assert.Equal(.05, NoncentralChiSquareDistribution.Cdf(85.306, 24, size.Rmsea!.Value * size.Rmsea.Value * 24 * 301), 1e-9);
    }

    // The values of dynamic's formulas, computed by R.
    [Fact]
    public void Bounds_OfDynamicsExample_AreDynamics()
    {
        var size = TSizeFit.Of(85.306, 24, 918.852, 36, 301, 0.05);
        double[] expected = [.0477995, .0749098, .1026138, .1218016, .9646004, .9057742, .8644986, .8374846];
        Assert.All(expected.Zip(size.RmseaBounds.Concat(size.CfiBounds)), pair => Assert.Equal(pair.First, pair.Second, 1e-7));
    }

    // The adjusted bounds fall towards the conventional ones as cases grow, and are in order.
    [Fact]
    public void Bounds_OfManyCases_ApproachTheConventionalOnes()
    {
        var (few, many) = (TSizeFit.Of(85.306, 24, 918.852, 36, 100, 0.05), TSizeFit.Of(85.306, 24, 918.852, 36, 5000, 0.05));
        double[] rmsea = [.01, .05, .08, .10], cfi = [.99, .95, .92, .90];
        Assert.Equal(many.RmseaBounds.Order(), many.RmseaBounds);
        Assert.Equal(many.CfiBounds.OrderDescending(), many.CfiBounds);
        for (var i = 0; i < 4; i++)
        {
            Assert.InRange(many.RmseaBounds[i], rmsea[i] - .002, few.RmseaBounds[i]);
            Assert.InRange(many.CfiBounds[i], few.CfiBounds[i], cfi[i] + .002);
        }
    }

    [Fact]
    public void Words_AreOfTheBoundsThatAreMet()
    {
        var size = TSizeFit.Of(85.306, 24, 918.852, 36, 301, 0.05);
        Assert.Equal(("mediocre", "fair"), (size.RmseaWord, size.CfiWord));
        Assert.Equal("mediocre", (size with { Rmsea = (size.RmseaBounds[2] + size.RmseaBounds[3]) / 2 }).RmseaWord);
        Assert.Equal("excellent", (size with { Rmsea = 0 }).RmseaWord);
        Assert.Equal("excellent", (size with { Cfi = 1 }).CfiWord);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(.5)]
    [InlineData(double.NaN)]
    public void Level_OutOfRange_IsRefused(double alpha) => Assert.Throws<InputException>(() => UnbiasedSrmrFitTests.Fit("holzinger").TSize(alpha));
}
