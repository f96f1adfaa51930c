using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class WeightedChiSquaresTests
{
    // Weights in pairs make sums of exponential variables, whose tail is a sum of exponentials.
    [Theory]
    [InlineData(0.1, 3.0, 2.0, 1.0)]
    [InlineData(6.0, 3.0, 2.0, 1.0)]
    [InlineData(40.0, 3.0, 2.0, 1.0)]
    [InlineData(300.0, 3.0, 2.0, 1.0)]
    [InlineData(5.0, 2.5, 0.5, 0.1)]
    [InlineData(9.0, 1.3, 1.2, 0.9)]
    public void UpperTail_PairsOfWeights_IsTheSumOfExponentials(double x, double one, double two, double three)
    {
        double[] weights = [one, two, three];
        var exact = weights.Sum(own => weights.Where(other => other != own).Aggregate(Math.Exp(-x / (2 * own)), (product, other) => product * own / (own - other)));
        double[] pairs = [.. weights.Concat(weights)];
        Assert.Equal(1, WeightedChiSquares.UpperTail(x, pairs) / exact, 1e-9);
        Assert.Equal(exact, WeightedChiSquares.Imhof(x, pairs)!.Value, 1e-12);
        Assert.Equal(1, WeightedChiSquares.Saddlepoint(x, pairs) / exact, 0.1);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(80)]
    public void UpperTail_ManyWeights_IsTheSameByTwoWays(double x)
    {
        double[] weights = [.. Enumerable.Range(1, 24).Select(i => 0.4 + (2.0 / i))];
        Assert.Equal(WeightedChiSquares.Ruben(x, weights)!.Value, WeightedChiSquares.Imhof(x, weights)!.Value, 1e-11);
    }

    [Fact]
    public void UpperTail_VeryUnequalWeights_IsInverted()
    {
        double[] weights = [50, 20, 5, 1, 0.5, 0.01, 0.001];
        Assert.Null(WeightedChiSquares.Ruben(100, weights));
        Assert.Equal(WeightedChiSquares.Imhof(100, weights)!.Value, WeightedChiSquares.UpperTail(100, weights));
        Assert.InRange(WeightedChiSquares.UpperTail(5000, weights), 1e-30, 1e-20);
    }

    [Fact]
    public void UpperTail_AtTheEdges_IsDefined()
    {
        Assert.Equal(1, WeightedChiSquares.UpperTail(0, [1, 2]));
        Assert.Equal(0, WeightedChiSquares.UpperTail(1, []));
        Assert.Equal(ChiSquareDistribution.UpperTail(3, 2), WeightedChiSquares.UpperTail(6, [2, 2, 1e-14]));
        Assert.Equal(double.NaN, WeightedChiSquares.UpperTail(double.NaN, [1, 2]));
    }
}
