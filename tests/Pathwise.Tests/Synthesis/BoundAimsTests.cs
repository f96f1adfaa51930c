using Pathwise.Numerics;
using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class BoundAimsTests
{
    [Fact]
    public void BiasCorrected_AMedianEstimate_ShiftsNothing()
    {
        double[] sorted = [.. Enumerable.Range(0, 101).Select(i => (double)i)];
        Assert.Equal(0.025, BoundAims.BiasCorrected(0.025, sorted, 50), 1e-12);
    }

    [Fact]
    public void BiasCorrected_AHighEstimate_ShiftsByTwiceItsNormalScore()
    {
        // A rank of .84134 has the normal score 1.
        double[] sorted = [.. Enumerable.Range(0, 100_000).Select(i => (double)i)];
        Assert.Equal(NormalDistribution.Cdf(2 - 1.959964), BoundAims.BiasCorrected(0.025, sorted, 84134.5), 1e-4);
        Assert.InRange(BoundAims.BiasCorrected(0.025, sorted, 1e9), 0.9999, 1);
    }
}
