using Pathwise.Numerics;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

public sealed class BoundCrossingsTests
{
    private const int Fine = 6_000;

    public static TheoryData<IntervalKind, int, int> Cases()
    {
        var cases = new TheoryData<IntervalKind, int, int>();
        foreach (var kind in new[] { IntervalKind.Percentile, IntervalKind.Basic, IntervalKind.Normal, IntervalKind.BiasCorrected, IntervalKind.BcA, IntervalKind.MonteCarlo, IntervalKind.Delta })
        {
            foreach (var degree in new[] { 1, 2, 3 })
            {
                cases.Add(kind, degree, 39);
                cases.Add(kind, degree, 60);
            }
        }

        return cases;
    }

    // A bound that jumps twice within a step of the fine grid would not be seen; the draws are few, so that steps are wide.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_BetweenNeighbours_ABoundChangesItsSignOnceAtMost(IntervalKind kind, int degree, int count)
    {
        var changes = 0;
        for (var seed = 1; seed <= 8; seed++)
        {
            var interval = Drawn(kind, degree, count, seed);
            double[] ends = [-2, .. BoundCrossings.Of(interval, -2, 3), 3];
            Assert.Equal(ends.Order(), ends);
            foreach (var bound in new Func<Interval, double>[] { each => each.Lower, each => each.Upper })
            {
                double[] places = [.. SignChanges(interval, bound)];
                changes += places.Length;
                Assert.All(places.GroupBy(place => ends.Count(end => end < place)), between => Assert.True(between.Count() == 1, $"{string.Join(", ", between)} in seed {seed}"));
            }
        }

        Assert.True(changes > 2);
    }

    // The second lowest of 39 draws is above zero within a thousandth of one place: none of 201 values lies there.
    [Fact]
    public void Of_NarrowStretch_IsFound()
    {
        const double Here = 0.2349;
        double[] Draws(double w) => [.. Enumerable.Range(0, 37).Select(i => 5 + (0.01 * i)), -1, 1e4 * (1e-6 - ((w - Here) * (w - Here)))];
        var interval = new MovedInterval(IntervalKind.Percentile, 0.9, 2, _ => 5, Draws, _ => [], w => BootstrapIntervals.Of(IntervalKind.Percentile, Draws(w), 5, 0.9)?.Interval);
        Assert.DoesNotContain(Enumerable.Range(0, 201).Select(i => -1 + (i / 100.0)), value => interval.Bounds(value)!.Value.Lower > 0);
        Assert.Contains(BoundCrossings.Of(interval, -1, 1), value => interval.Bounds(value)!.Value.Lower > 0);
    }

    private static IEnumerable<double> SignChanges(MovedInterval interval, Func<Interval, double> bound)
    {
        var before = bound(interval.Bounds(-2)!.Value) < 0;
        for (var i = 1; i <= Fine; i++)
        {
            var place = -2 + (5.0 * i / Fine);
            var now = bound(interval.Bounds(place)!.Value) < 0;
            if (now != before)
                yield return Bisect(place - (5.0 / Fine), place, before);
            before = now;
        }

        double Bisect(double from, double to, bool isBelow)
        {
            for (var step = 0; step < 30; step++)
            {
                var middle = (from + to) / 2;
                (from, to) = bound(interval.Bounds(middle)!.Value) < 0 == isBelow ? (middle, to) : (from, middle);
            }

            return to;
        }
    }

    private static MovedInterval Drawn(IntervalKind kind, int degree, int count, int seed)
    {
        var stream = RandomStream.For(seed, degree);
        double[] own = [.. Enumerable.Range(0, degree + 1).Select(power => stream.NextNormal() / (power + 1))];
        double[] Near(double spread) => [.. own.Select((value, power) => value + (spread * stream.NextNormal() / (power + 1)))];
        double[][] draws = [.. Enumerable.Range(0, count).Select(_ => Near(0.4))], left = [.. Enumerable.Range(0, 15).Select(_ => Near(0.1))];
        double[] All(double[][] of, double w) => [.. of.Select(each => PolynomialRoots.Value(each, w))];
        double Estimate(double w) => PolynomialRoots.Value(own, w);
        return new(kind, 0.9, degree, Estimate, w => All(draws, w), w => All(left, w), w => kind == IntervalKind.Delta
            ? new Interval(Estimate(w) - Reach(All(draws, w)), Estimate(w) + Reach(All(draws, w)), 0.9)
            : BootstrapIntervals.Of(kind == IntervalKind.MonteCarlo ? IntervalKind.Percentile : kind, All(draws, w), Estimate(w), 0.9, All(left, w))?.Interval);
    }

    private static double Reach(double[] draws) => 1.64 * Univariate.StandardDeviation(draws);
}
