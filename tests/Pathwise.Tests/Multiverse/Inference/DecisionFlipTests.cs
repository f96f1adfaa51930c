using Pathwise.Multiverse.Inference;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class DecisionFlipTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_RandomUniverses_CountsThePairsOneByOne(long seed)
    {
        var stream = RandomStream.For(seed, 0);
        int[][] rows = [.. (from a in Enumerable.Range(0, 3) from b in Enumerable.Range(0, 2) from c in Enumerable.Range(0, 3) select new[] { a, b, c }).Where(_ => stream.NextUniform() < 0.8)];
        bool?[] holds = [.. rows.Select(_ => stream.NextUniform() is < 0.1 ? null : (bool?)(stream.NextUniform() < 0.5))];
        var flips = DecisionFlip.Of(new(["a", "b", "c"], rows), holds);
        for (var k = 0; k < 3; k++)
        {
            var pairs = from i in Enumerable.Range(0, rows.Length) from j in Enumerable.Range(0, i) where Enumerable.Range(0, 3).All(d => rows[i][d] == rows[j][d] == (d != k)) && holds[i] is not null && holds[j] is not null select (i, j);
            Assert.Equal(pairs.Count(), flips[k].Pairs);
            Assert.Equal(pairs.Count(pair => holds[pair.i] != holds[pair.j]), flips[k].Flips);
        }
    }

    [Fact]
    public void Share_WithoutPairs_IsUndefined() => Assert.Null(DecisionFlip.Of(new(["a", "b"], [[0, 0], [1, 1]]), [true, false])[0].Share);
}
