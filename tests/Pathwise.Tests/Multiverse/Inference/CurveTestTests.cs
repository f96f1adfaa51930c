using Pathwise.Multiverse.Inference;
using Pathwise.Multiverse.Plans;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class CurveTestTests
{
    private static readonly double[][] Under = [[-1, 0, 1, 2], [0, 1, 3, 4], [1, 2, 5, double.NaN]];

    [Fact]
    public void Of_CurvesUnderTheNull_CountsThoseThatLieAsFarOut()
    {
        // Medians of the curves 0, 1, 3, 3; shares above 1.96 0, 1/3, 2/3, 1. Spreads of the universes 1.291, 1.826, 2.082: sums of z -0.170, 0.871, 2.783, 2.645.
        var tests = CurveTest.Of(([1, 1, 1], [2, 2, 0]), (Under, Under), ClaimDirection.Positive, CurveNull.Recentred);
        Assert.Equal([CurveStatistic.Median, CurveStatistic.Share, CurveStatistic.Stouffer], tests.Select(test => test.Statistic));
        Assert.Equal([4.0 / 5, 3.0 / 5, 3.0 / 5], tests.Select(test => test.PValue!.Value));
        Assert.Equal(((1 / 1.2909944) + (1 / 1.8257419) + (1 / 2.0816660)) / Math.Sqrt(3), tests[2].Value, 6);
    }

    [Theory]
    [InlineData(ClaimDirection.Negative)]
    [InlineData(ClaimDirection.Nonzero)]
    public void Of_CurvesTurnedRound_AreTurnedRound(ClaimDirection direction)
    {
        double[][] turned = [.. Under.Select(row => row.Select(value => -value).ToArray())];
        var tests = CurveTest.Of(([-1, -1, -1], [-2, -2, 0]), (turned, turned), direction, CurveNull.Recentred);
        Assert.Equal([4.0 / 5, 3.0 / 5, 3.0 / 5], tests.Select(test => test.PValue!.Value));
        Assert.Equal(-2.0 / 3, tests[1].Value, 12);
    }

    [Fact]
    public void Of_NoUniverseOrNoCurve_HasNoP()
    {
        Assert.Empty(CurveTest.Of(([], []), ([], []), ClaimDirection.Positive, CurveNull.Rotated));
        Assert.All(CurveTest.Of(([1], [2]), ([[]], [[]]), ClaimDirection.Positive, CurveNull.Rotated), test => Assert.Null(test.PValue));
    }

    [Fact]
    public void Recentred_DrawsAboutTheEstimates_LieAboutZero()
    {
        var draws = JointDrawsTests.Correlated(4, 999, 3, 0.4);
        Assert.All(CurveTest.Recentred(draws, ClaimDirection.Positive), test => Assert.InRange(test.PValue!.Value, 0.001, 0.01));
        Assert.All(CurveTest.Recentred(draws, ClaimDirection.Negative), test => Assert.InRange(test.PValue!.Value, 0.99, 1));
    }
}
