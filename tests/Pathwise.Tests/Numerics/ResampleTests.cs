using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class ResampleTests
{
    [Fact]
    public void Positions_OfAReplicate_DependOnSeedAndNumberAlone()
    {
        Assert.Equal(Resample.Positions(50, 3, 7), Resample.Positions(50, 3, 7));
        Assert.NotEqual(Resample.Positions(50, 3, 7), Resample.Positions(50, 3, 8));
        Assert.NotEqual(Resample.Positions(50, 3, 7), Resample.Positions(50, 4, 7));
        Assert.All(Resample.Positions(50, 3, 7), position => Assert.InRange(position, 0, 49));
    }

    [Fact]
    public void Positions_ManyDraws_TakeEachCaseAlike()
    {
        var counts = new int[5];
        foreach (var position in Enumerable.Range(0, 2000).SelectMany(replicate => Resample.Positions(5, 1, replicate)))
            counts[position]++;
        Assert.InRange(counts.Sum(count => (count - 2000.0) * (count - 2000.0) / 2000), 0, ChiSquareDistribution.Quantile(0.9999, 4));
    }

    [Fact]
    public void Permutation_HasEveryPositionOnce() =>
        Assert.Equal(Enumerable.Range(0, 30), Resample.Permutation(30, RandomStream.For(2, 0)).Order());
}
