using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class ShuffleTests
{
    [Fact]
    public void InPlace_ThreeThings_ComeInEveryOrderEquallyOften()
    {
        var counts = new Dictionary<string, int>();
        for (var draw = 0; draw < 6000; draw++)
        {
            char[] letters = ['a', 'b', 'c'];
            Shuffle.InPlace(letters, RandomStream.For(3, draw));
            var order = new string(letters);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(6, counts.Count);
        // Chi-square with five degrees of freedom.
        Assert.InRange(counts.Values.Sum(count => (count - 1000.0) * (count - 1000.0) / 1000), 0, ChiSquareDistribution.Quantile(0.9999, 5));
    }

    [Fact]
    public void InPlace_NothingOrOne_StaysAsItIs()
    {
        int[] one = [7];
        Shuffle.InPlace(one, RandomStream.For(1, 0));
        Assert.Equal([7], one);
        Shuffle.InPlace(Array.Empty<int>(), RandomStream.For(1, 0));
    }
}
