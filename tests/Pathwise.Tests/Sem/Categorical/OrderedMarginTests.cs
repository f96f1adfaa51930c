using Pathwise.Numerics;
using Pathwise.Sem.Categorical;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class OrderedMarginTests
{
    [Fact]
    public void Thresholds_AreQuantilesOfCumulativeShares()
    {
        var margin = new OrderedMargin("x", [5, 2, 2, double.NaN, 9, 5, 2, 2, 5]);
        Assert.Equal([2, 5, 9], margin.Categories);
        Assert.Equal([4, 3, 1], margin.Counts);
        Assert.Equal([0, NormalDistribution.Quantile(7 / 8.0)], margin.Thresholds);
        Assert.False(margin.Has(3));
    }

    [Fact]
    public void Influences_SumToZeroAndTheirSquaresToTheVariance()
    {
        var margin = new OrderedMargin("x", [1, 1, 2, 2, 2, 3, 3, 3, 3, 3]);
        var row = new double[10];
        margin.WriteInfluence(0, row);
        Assert.Equal(0, row.Sum(), 1e-15);
        var density = NormalDistribution.Density(margin.Thresholds[0]);
        Assert.Equal(0.2 * 0.8 / (10 * density * density), row.Sum(value => value * value), 1e-14);
    }
}
