using Pathwise.Numerics;
using Pathwise.Sem.Intervals;

namespace Pathwise.Sem.Moderation;

/// <summary>
/// Finds where along a moderator a bound of an interval can change its sign. An effect is a polynomial in the moderator, in the sample and in every draw. The product of the bounds of a
/// normal interval is one, too, and has its roots. Of a quantile the sign follows from how many draws lie below zero, which changes at the draws' own roots alone;
/// where the quantile lies between two order statistics of which one is below zero, and where the acceleration of BCa moves, a few values of that step are looked at. (Own derivation, tested against fine grids.)
/// </summary>
internal sealed class BoundCrossings
{
    private const int Inside = 4;

    // At the ends of a step a bound can jump.
    private const double Within = 1 - 1e-6;

    private readonly IntervalKind kind;
    private readonly double level;
    private readonly double[] estimate;
    private readonly double[][] draws;
    private readonly double[][] leftOut;

    private BoundCrossings(IntervalKind kind, double level, double[] estimate, double[][] draws, double[][] leftOut) =>
        (this.kind, this.level, this.estimate, this.draws, this.leftOut) = (kind, level, estimate, draws, leftOut);

    /// <summary>Values of the moderator, ascending, between neighbours of which the bounds keep their signs or change them once.</summary>
    public static double[] Of(MovedInterval interval, double from, double to)
    {
        double Own(double t) => from + ((to - from) * (t + 1) / 2);
        if (!(to > from))
            return [];
        var found = interval.Kind is IntervalKind.Delta or IntervalKind.Normal
            ? Roots(Through(2 * interval.Degree, t => [interval.Bounds(Own(t)) is { } bounds ? bounds.Lower * bounds.Upper : 0])[0])
            : OfDraws(interval, t => Own(t)).Steps();
        return [.. found.Select(Own).Where(value => value > from && value < to).Distinct().Order()];
    }

    // Each root between the values beside it.
    private static IEnumerable<double> Roots(double[] polynomial)
    {
        double[] ends = [-1, .. PolynomialRoots.Between(polynomial, -1, 1), 1];
        return ends.Skip(1).Select((end, i) => (ends[i] + end) / 2);
    }

    private static BoundCrossings OfDraws(MovedInterval interval, Func<double, double> own) => new(
        interval.Kind, interval.Level,
        Through(interval.Degree, t => [interval.Estimate(own(t))])[0],
        Through(interval.Degree, t => interval.Draws(own(t))),
        interval.Kind == IntervalKind.BcA ? Through(interval.Degree, t => interval.LeftOut(own(t))) : []);

    // Each value that a function of the moderator gives, as a polynomial over -1 to 1.
    private static double[][] Through(int degree, Func<double, double[]> values)
    {
        double[] nodes = [.. Enumerable.Range(0, degree + 1).Select(i => Math.Cos(Math.PI * (i + 0.5) / (degree + 1)))];
        double[][] rows = [.. nodes.Select(values)];
        return [.. Enumerable.Range(0, rows[0].Length).Select(k => PolynomialRoots.Through(nodes, [.. rows.Select(row => row[k])]))];
    }

    private IEnumerable<double> Steps()
    {
        if (draws.Length < 2)
            yield break;
        double[] target = kind == IntervalKind.Basic ? [.. estimate.Select(each => 2 * each)] : new double[estimate.Length];
        var (below, under) = (Counts(target), kind is IntervalKind.BiasCorrected or IntervalKind.BcA ? Counts(estimate) : (0, []));
        var (count, less, before, last) = (below.Start, under.Start, ((int, int)?)null, double.NaN);
        double[] places = Parted([-1, .. below.Changes.Concat(under.Changes).Select(change => change.Place).Distinct().Order(), 1]);
        var (ofBelow, ofUnder) = (below.Changes.ToLookup(change => change.Place, change => change.By), under.Changes.ToLookup(change => change.Place, change => change.By));
        for (var i = 1; i < places.Length; i++)
        {
            (count, less) = (count + ofBelow[places[i - 1]].Sum(), less + ofUnder[places[i - 1]].Sum());
            var middle = (places[i - 1] + places[i]) / 2;
            var signs = Signs(count, less, middle);
            if (before is { } were && were != signs)
                yield return last;
            if (before != signs)
                yield return middle;
            if (signs.Item1 == 0 || signs.Item2 == 0)
            {
                for (var k = 0; k <= Inside; k++)
                    yield return middle + ((places[i] - places[i - 1]) * (((double)k / Inside) - 0.5) * Within);
            }

            (before, last) = (signs, middle);
        }
    }

    // The acceleration of BCa moves inside a step, too.
    private double[] Parted(double[] places) => kind != IntervalKind.BcA ? places
        : [.. places.SkipLast(1).SelectMany((place, i) => Enumerable.Range(0, Inside).Select(k => place + ((places[i + 1] - place) * k / Inside))), places[^1]];

    // How many draws lie below a polynomial at -1, and where that number changes by how much.
    private (int Start, List<(double Place, int By)> Changes) Counts(double[] polynomial)
    {
        var (start, changes) = (0, new List<(double, int)>());
        foreach (var draw in draws)
        {
            double[] distance = [.. draw.Select((value, power) => value - polynomial[power])];
            double[] ends = [-1, .. PolynomialRoots.Between(distance, -1, 1), 1];
            bool IsBelow(int piece) => PolynomialRoots.Value(distance, (ends[piece] + ends[piece + 1]) / 2) < 0;
            start += IsBelow(0) ? 1 : 0;
            for (var piece = 1; piece < ends.Length - 1; piece++)
                changes.Add((ends[piece], IsBelow(piece) ? 1 : -1));
        }

        return (start, changes);
    }

    // The signs of the two quantiles less their target; zero where it is between order statistics on both sides of it.
    private (int, int) Signs(int below, int under, double t)
    {
        var acceleration = leftOut.Length == 0 ? 0 : BootstrapIntervals.Acceleration([.. leftOut.Select(each => PolynomialRoots.Value(each, t))]);
        var (lower, upper) = BootstrapIntervals.Probabilities(kind, draws.Length, under, level, acceleration);
        return (Sign(below, (draws.Length + 1) * lower), Sign(below, (draws.Length + 1) * upper));
    }

    private int Sign(int below, double rank)
    {
        var nearest = Math.Round(rank);
        var isWhole = Math.Abs(rank - nearest) <= 1e-12 * draws.Length;
        var first = isWhole ? (int)nearest : (int)Math.Floor(rank);
        if (first < 1 || first >= draws.Length || isWhole)
            return below >= Math.Clamp(first, 1, draws.Length) ? -1 : 1;
        return below < first ? 1 : below > first ? -1 : 0;
    }
}
