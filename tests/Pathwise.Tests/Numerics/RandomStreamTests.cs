using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class RandomStreamTests
{
    [Fact]
    public void For_TheSameSeedAndIndex_GivesTheSameNumbers()
    {
        RandomStream first = RandomStream.For(18, 7), second = RandomStream.For(18, 7);
        Assert.Equal(
            Enumerable.Range(0, 50).Select(_ => first.NextNormal()),
            Enumerable.Range(0, 50).Select(_ => second.NextNormal()));
    }

    [Fact]
    public void NextBits_OverVersions_StaysAsItIs() => Assert.Equal(
        [18110106563157542208UL, 17409208692399996957UL],
        new[] { RandomStream.For(0, 0).NextBits(), RandomStream.For(18, 3).NextBits() });

    [Fact]
    public void For_NeighbouringSeedsAndIndices_GivesUncorrelatedStreams()
    {
        var seen = new HashSet<ulong>();
        var sum = 0.0;
        for (var seed = 0; seed < 100; seed++)
        {
            for (var index = 0; index < 100; index++)
            {
                var stream = RandomStream.For(seed, index);
                Assert.True(seen.Add(stream.NextBits()));
                sum += (stream.NextUniform() - 0.5) * (RandomStream.For(seed, index + 1).NextUniform() - 0.5);
            }
        }

        Assert.InRange(sum / 10_000 * 12, -0.04, 0.04);
    }

    [Fact]
    public void NextInteger_ManyDraws_IsUniformByAChiSquareTest()
    {
        var stream = RandomStream.For(4, 0);
        var counts = new int[92];
        for (var i = 0; i < 92_000; i++)
            counts[stream.NextInteger(92)]++;
        var chiSquare = counts.Sum(count => (count - 1000.0) * (count - 1000.0) / 1000);
        Assert.InRange(ChiSquareDistribution.UpperTail(chiSquare, 91), 0.001, 0.999);
    }

    [Fact]
    public void NextInteger_BoundOfNearly2To31_StaysBelowIt()
    {
        var stream = RandomStream.For(5, 0);
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(stream.NextInteger(int.MaxValue), 0, int.MaxValue - 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextInteger(0));
    }

    [Fact]
    public void NextNormal_ManyDraws_HasTheMomentsOfTheNormal()
    {
        var stream = RandomStream.For(6, 0);
        var draws = new double[400_000];
        for (var i = 0; i < draws.Length; i++)
            draws[i] = stream.NextNormal();
        Assert.InRange(Univariate.Mean(draws), -0.006, 0.006);
        Assert.InRange(Univariate.StandardDeviation(draws), 0.995, 1.005);
        Assert.InRange(draws.Average(z => z * z * z), -0.02, 0.02);
        Assert.InRange(draws.Average(z => z * z * z * z), 2.94, 3.06);
    }
}
