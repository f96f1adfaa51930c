using Pathwise.Sem.Sensitivity;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class SampledPathTests
{
    private static double Odds(double rho) => rho / Math.Sqrt(1 - (rho * rho));

    [Fact]
    public void Effect_LinearOnTheScaleOfOdds_IsReadExactlyBetweenAndNotBeyond()
    {
        double[] rhos = [0.95, -0.85, 0];
        var path = new SampledPath(rhos, [.. rhos.Select(rho => 2 - (3 * Odds(rho)))]);
        Assert.True(double.IsNaN(path.Effect(-0.9)));
        Assert.True(double.IsNaN(path.Effect(0.96)));
        foreach (var rho in new[] { -0.85, -0.1, 0, 0.2, 0.9, 0.95 })
            Assert.Equal(2 - (3 * Odds(rho)), path.Effect(rho), 1e-11);
        Assert.Equal(2.0 / 3, Odds(new SampledPath([-0.5, 0.9], [2 - (3 * Odds(-0.5)), 2 - (3 * Odds(0.9))]).Zero), 1e-12);
    }

    [Fact]
    public void Effect_OfTooFewCorrelations_IsUndefinedBesideNone()
    {
        var path = new SampledPath([double.NaN, 1.2, 0.3], [1, 2, 3], uncorrelated: 7);
        Assert.Equal(7, path.Effect(0));
        Assert.True(double.IsNaN(path.Effect(0.1)));
        Assert.True(double.IsNaN(path.Zero));
    }

    [Fact]
    public void Zero_OfSeveralCrossings_IsTheNearestToNone() =>
        Assert.InRange(new SampledPath([-0.9, -0.8, 0, 0.3, 0.5], [1, -1, -1, -0.5, 0.5]).Zero, 0.3, 0.5);
}
