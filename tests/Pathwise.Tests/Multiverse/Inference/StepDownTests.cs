using Pathwise.Multiverse.Inference;
using Pathwise.Multiverse.Plans;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class StepDownTests
{
    [Theory]
    [InlineData(ClaimDirection.Positive)]
    [InlineData(ClaimDirection.Negative)]
    [InlineData(ClaimDirection.Nonzero)]
    public void PValues_EachUniverse_IsTheLargestOverTheSetsThatHoldIt(ClaimDirection direction)
    {
        // The closure of tests by the largest deviation: p of a universe is the largest p of all sets that it belongs to.
        var draws = JointDrawsTests.Correlated(4, 499, 8, 0.08, zero: 2);
        var stepped = StepDown.PValues(draws, direction);
        for (var s = 0; s < 4; s++)
        {
            var closed = Enumerable.Range(1, 15).Where(set => (set & (1 << s)) != 0).Max(set => OfSet(draws, direction, [.. Enumerable.Range(0, 4).Where(i => (set & (1 << i)) != 0)]));
            Assert.Equal(closed, stepped[s]!.Value, 12);
        }
    }

    [Fact]
    public void PValues_AreNeverBelowThoseAlone()
    {
        var draws = JointDrawsTests.Correlated(6, 999, 9, 0.06);
        Assert.All(StepDown.PValues(draws, ClaimDirection.Positive).Zip(StepDown.Alone(draws, ClaimDirection.Positive)), each => Assert.True(each.First >= each.Second));
    }

    [Fact]
    public void Alone_AFailedResample_CountsAgainstTheUniverse()
    {
        double[] row = SimultaneousBandTests.Normal(99, 3);
        row[5] = double.NaN;
        Assert.Equal(0.02, StepDown.Alone(new JointDraws([100], [row]), ClaimDirection.Positive)[0]!.Value, 12);
        Assert.Null(StepDown.Alone(new JointDraws([100], [new double[99]]), ClaimDirection.Positive)[0]);
    }

    private static double OfSet(JointDraws draws, ClaimDirection direction, int[] set)
    {
        var observed = set.Max(s => Tail.Of(direction, draws.Ratio(s)!.Value));
        var beyond = Enumerable.Range(0, draws.Replicates).Count(b => set.Max(s => Tail.Of(direction, draws.Deviation(s, b))) >= observed);
        return (1.0 + beyond) / (draws.Replicates + 1);
    }
}
