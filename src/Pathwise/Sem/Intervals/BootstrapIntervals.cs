using Pathwise.Numerics;

namespace Pathwise.Sem.Intervals;

/// <summary>
/// Intervals from a bootstrap distribution (Davison and Hinkley, 1997, chapter 5) and their inversion to p values. Quantiles are those
/// of R's boot package.
/// </summary>
public static class BootstrapIntervals
{
    /// <summary>
    /// An interval from the draws of a quantity (in any order) and its estimate; null when fewer than two draws exist, or BCa lacks
    /// its jackknife.
    /// </summary>
    /// <param name="kind">One of the bootstrap's kinds.</param>
    /// <param name="draws">The quantity in each replicate.</param>
    /// <param name="estimate">The quantity in the sample.</param>
    /// <param name="level">Level of confidence.</param>
    /// <param name="leftOut">The quantity without each case in turn, for BCa.</param>
    public static (Interval Interval, double PValue)? Of(
        IntervalKind kind, IReadOnlyList<double> draws, double estimate, double level, IReadOnlyList<double>? leftOut = null)
    {
        ArgumentNullException.ThrowIfNull(draws);
        double[] sorted = [.. draws];
        Array.Sort(sorted);
        return OfSorted(kind, sorted, estimate, level, leftOut);
    }

    /// <summary>The same from draws in ascending order.</summary>
    internal static (Interval Interval, double PValue)? OfSorted(
        IntervalKind kind, ReadOnlySpan<double> sorted, double estimate, double level, IReadOnlyList<double>? leftOut = null)
    {
        if (sorted.Length < 2 || (kind == IntervalKind.BcA && leftOut?.Any(double.IsFinite) is not true))
            return null;
        return kind switch
        {
            IntervalKind.Percentile => Percentile(sorted, level),
            IntervalKind.Basic => Basic(sorted, estimate, level),
            IntervalKind.Normal => Normal(sorted, estimate, level),
            IntervalKind.BiasCorrected => Corrected(sorted, estimate, level, 0),
            IntervalKind.BcA => Corrected(sorted, estimate, level, Acceleration(leftOut!)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not an interval of the bootstrap."),
        };
    }

    /// <summary>Efron's acceleration: a sixth of the skewness of the jackknife's influence values.</summary>
    public static double Acceleration(IReadOnlyList<double> leftOut)
    {
        ArgumentNullException.ThrowIfNull(leftOut);
        double[] values = [.. leftOut.Where(double.IsFinite)];
        if (values.Length == 0)
            return 0;
        var mean = Univariate.Mean(values);
        double squares = 0, cubes = 0;
        foreach (var value in values)
        {
            var influence = mean - value;
            squares += influence * influence;
            cubes += influence * influence * influence;
        }

        return squares > 0 ? cubes / (6 * squares * Math.Sqrt(squares)) : 0;
    }

    private static (Interval, double) Percentile(ReadOnlySpan<double> sorted, double level)
    {
        var tail = (1 - level) / 2;
        return (Between(sorted, tail, 1 - tail, level), TwoSided(Share(sorted, 0)));
    }

    private static (Interval, double) Basic(ReadOnlySpan<double> sorted, double estimate, double level)
    {
        var tail = (1 - level) / 2;
        var (lower, upper) = (Quantiles.NormalScale(sorted, tail), Quantiles.NormalScale(sorted, 1 - tail));
        return (new Interval((2 * estimate) - upper, (2 * estimate) - lower, level), TwoSided(Share(sorted, 2 * estimate)));
    }

    private static (Interval, double) Normal(ReadOnlySpan<double> sorted, double estimate, double level)
    {
        var centre = (2 * estimate) - Univariate.Mean(sorted);
        var error = Univariate.StandardDeviation(sorted);
        var reach = NormalDistribution.Quantile((1 + level) / 2) * error;
        return (new Interval(centre - reach, centre + reach, level), NormalDistribution.TwoSided(centre / error));
    }

    private static (Interval, double) Corrected(ReadOnlySpan<double> sorted, double estimate, double level, double acceleration)
    {
        var below = Below(sorted, estimate);
        var bias = Bias(below, sorted.Length);
        var (lower, upper) = Shifted(bias, level, acceleration);
        var interval = Between(sorted, lower, upper, level);

        // The same shift, solved for the z that brings a bound to zero.
        var moved = NormalDistribution.Quantile(Share(sorted, 0)) - bias;
        return (interval, TwoSided(NormalDistribution.Cdf((moved / (1 + (acceleration * moved))) - bias)));
    }

    // Where all draws lie on one side of the estimate the correction is infinite; half a draw is put on the other.
    private static double Bias(int below, int count) => NormalDistribution.Quantile(Math.Clamp(below, 0.5, count - 0.5) / count);

    private static (double Lower, double Upper) Shifted(double bias, double level, double acceleration)
    {
        double At(double z) => NormalDistribution.Cdf(bias + ((bias + z) / (1 - (acceleration * (bias + z)))));
        var tail = NormalDistribution.Quantile((1 + level) / 2);
        return (At(-tail), At(tail));
    }

    /// <summary>The probabilities whose quantiles an interval of a kind takes, where so many of the draws are less than the estimate.</summary>
    internal static (double Lower, double Upper) Probabilities(IntervalKind kind, int count, int below, double level, double acceleration) =>
        kind is IntervalKind.BiasCorrected or IntervalKind.BcA
            ? Shifted(Bias(below, count), level, kind == IntervalKind.BcA ? acceleration : 0)
            : ((1 - level) / 2, 1 - ((1 - level) / 2));

    /// <summary>How many of the sorted draws are less than a value.</summary>
    private static int Below(ReadOnlySpan<double> sorted, double value)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) >> 1;
            (from, to) = sorted[middle] < value ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private static Interval Between(ReadOnlySpan<double> sorted, double lower, double upper, double level) =>
        new(Quantiles.NormalScale(sorted, lower), Quantiles.NormalScale(sorted, upper), level);

    private static double TwoSided(double share) => Math.Min(1, 2 * Math.Min(share, 1 - share));

    /// <summary>
    /// The probability whose quantile is <paramref name="value"/>: the inverse of <see cref="Quantiles.NormalScale"/>, kept between
    /// 1 / (R + 1) and R / (R + 1), since R draws say nothing of less.
    /// </summary>
    internal static double Share(ReadOnlySpan<double> sorted, double value)
    {
        var count = sorted.Length;
        var below = Below(sorted, value);
        if (below == 0 || below == count)
            return (below == 0 ? 1 : count) / (count + 1.0);
        var (lower, upper) = (sorted[below - 1], sorted[below]);
        var weight = upper > lower ? (value - lower) / (upper - lower) : 0.5;
        var (from, to) = (NormalDistribution.Quantile(below / (count + 1.0)), NormalDistribution.Quantile((below + 1) / (count + 1.0)));
        return NormalDistribution.Cdf(from + (weight * (to - from)));
    }
}
