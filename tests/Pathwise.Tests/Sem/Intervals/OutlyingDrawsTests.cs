using Pathwise.Numerics;
using Pathwise.Sem.Intervals;
using Xunit;

namespace Pathwise.Tests.Sem.Intervals;

public sealed class OutlyingDrawsTests
{
    [Fact]
    public void Of_NormalDrawsAndTwoWildOnes_FindsTheWildOnes()
    {
        var stream = RandomStream.For(5, 0);
        double[] draws = [.. Enumerable.Range(0, 1000).Select(_ => stream.NextNormal()), 40, -7];
        Assert.Equal([40, -7], OutlyingDraws.Of(draws));
    }

    [Fact]
    public void Of_AKnownSample_HasItsBoundsFiveScaledDeviationsFromTheMedian()
    {
        // Median 0, median absolute deviation 1, scaled 1.4826: the bounds are -7.413 and 7.413.
        Assert.Equal([7.42], OutlyingDraws.Of([-1, -1, 0, 0, 1, 1, 7.40, 7.42, -7.40]).Where(value => value > 7.413));
        Assert.DoesNotContain(7.40, OutlyingDraws.Of([-1, -1, 0, 0, 1, 1, 7.40, 7.42, -7.40]));
    }

    [Fact]
    public void Of_FewDraws_IsEmpty() => Assert.Empty(OutlyingDraws.Of([3]));
}
