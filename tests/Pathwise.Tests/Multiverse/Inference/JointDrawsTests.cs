using Pathwise.Multiverse.Inference;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class JointDrawsTests
{
    [Fact]
    public void Errors_OfAUniverse_AreTheDeviationOfItsDraws()
    {
        var draws = Correlated(3, 200, 1, shift: 0.4);
        for (var s = 0; s < 3; s++)
            Assert.Equal(Univariate.StandardDeviation(draws.Draws(s)), draws.Errors[s]!.Value, 12);
        Assert.Equal(0, draws.WithoutError);
        Assert.Equal(0, draws.ReplicatesWithFailures);
    }

    [Fact]
    public void Errors_TooFewOrEqualDraws_AreNone()
    {
        double[] failed = [.. Enumerable.Range(0, 50).Select(b => b < 19 ? b : double.NaN)], constant = [.. Enumerable.Repeat(0.3, 50)];
        var draws = new JointDraws([1, 0.3], [failed, constant]);
        Assert.Equal([null, null], draws.Errors);
        Assert.Equal(2, draws.WithoutError);
        Assert.Null(draws.Ratio(0));
        Assert.True(double.IsNaN(draws.Deviation(0, 0)));
    }

    [Fact]
    public void ReplicatesWithFailures_OfUniversesThatHaveAnError_AreCountedOnce()
    {
        var rows = Enumerable.Range(0, 2).Select(s => Enumerable.Range(0, 40).Select(b => b % 20 == 3 ? double.NaN : Math.Sin(b + s)).ToArray()).ToArray();
        Assert.Equal(2, new JointDraws([0, 0], rows).ReplicatesWithFailures);
    }

    [Fact]
    public void Constructor_RowsOfDifferentLengths_AreRefused() => Assert.Throws<ArgumentException>(() => new JointDraws([1, 2], [[1, 2], [1]]));

    /// <summary>Universes that share three quarters of their noise.</summary>
    internal static JointDraws Correlated(int count, int replicates, long seed, double shift, int zero = 0)
    {
        var shared = RandomStream.For(seed, 0);
        double[] common = [.. Enumerable.Range(0, replicates).Select(_ => shared.NextNormal())];
        double[] estimates = [.. Enumerable.Range(0, count).Select(s => s < zero ? 0.02 * s : shift * (1 + s))];
        return new(estimates, [.. estimates.Select((estimate, s) =>
        {
            var own = RandomStream.For(seed, 1 + s);
            return common.Select(each => estimate + (0.1 * (1 + s) * ((Math.Sqrt(0.75) * each) + (0.5 * own.NextNormal())))).ToArray();
        })]);
    }
}
