using System.Globalization;
using Pathwise.Numerics;
using Pathwise.Sem.Intervals;
using Xunit;

namespace Pathwise.Tests.Sem.Intervals;

/// <summary>Intervals against R's boot package on the same replicates (fixtures/mediation/boot-intervals.R).</summary>
public sealed class BootstrapIntervalsTests
{
    private static readonly string[][] Rows = [.. File.ReadLines(Repository.Fixture("mediation", "boot-intervals.csv")).Select(line => line.Split(','))];

    private static readonly IntervalKind[] Kinds =
        [IntervalKind.Percentile, IntervalKind.Basic, IntervalKind.Normal, IntervalKind.BiasCorrected, IntervalKind.BcA];

    [Fact]
    public void Of_EveryKind_EqualsBootOnTheSameReplicates()
    {
        var compared = 0;
        foreach (var row in Rows.Skip(3))
        {
            var kind = Kinds.Single(each => each.Text() == row[0]);
            var interval = BootstrapIntervals.Of(kind, Numbers("draws"), Numbers("estimate")[0], Number(row[1]), Numbers("leftout"))!.Value.Interval;
            Assert.Equal(Number(row[2]), interval.Lower, 1e-10);
            Assert.Equal(Number(row[3]), interval.Upper, 1e-10);
            compared++;
        }

        Assert.Equal(10, compared);
    }

    [Fact]
    public void Of_AtALevelOfOneLessP_ReachesZero()
    {
        // The definition of a p value by inversion; 0.25 lies inside the range of the draws.
        double[] draws = [.. Numbers("draws").Select(value => value - 0.25)];
        double[] leftOut = [.. Numbers("leftout").Select(value => value - 0.25)];
        foreach (var kind in Kinds)
        {
            var p = BootstrapIntervals.Of(kind, draws, Numbers("estimate")[0] - 0.25, 0.95, leftOut)!.Value.PValue;
            var interval = BootstrapIntervals.Of(kind, draws, Numbers("estimate")[0] - 0.25, 1 - p, leftOut)!.Value.Interval;
            Assert.Equal(0, Math.Min(Math.Abs(interval.Lower), Math.Abs(interval.Upper)), 1e-9);
        }
    }

    [Fact]
    public void Of_AllDrawsOnOneSideOfZero_HasTheSmallestPThatTheDrawsAllow()
    {
        double[] draws = [.. Enumerable.Range(1, 999).Select(i => i / 1000.0)];
        Assert.Equal(0.002, BootstrapIntervals.Of(IntervalKind.Percentile, draws, 0.5, 0.95)!.Value.PValue, 1e-12);
    }

    [Fact]
    public void Of_TooFewDraws_IsUndefined()
    {
        Assert.Null(BootstrapIntervals.Of(IntervalKind.Percentile, [1], 1, 0.95));
        Assert.Null(BootstrapIntervals.Of(IntervalKind.BcA, [1, 2, 3], 1, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => BootstrapIntervals.Of(IntervalKind.Delta, [1, 2, 3], 1, 0.95));
    }

    [Fact]
    public void Of_BcAWithoutAnyLeftOutSample_DoesNotExist()
    {
        Assert.Null(BootstrapIntervals.Of(IntervalKind.BcA, [1, 2, 3, 4], 2, 0.95, []));
        Assert.Null(BootstrapIntervals.Of(IntervalKind.BcA, [1, 2, 3, 4], 2, 0.95, [double.NaN]));
    }

    [Fact]
    public void Acceleration_SymmetricInfluence_IsZero() => Assert.Equal(0, BootstrapIntervals.Acceleration([1, 2, 3]), 1e-15);

    private static double[] Numbers(string name) => [.. Rows.Single(row => row[0] == name).Skip(1).Select(Number)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
