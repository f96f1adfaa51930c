namespace Pathwise.Numerics;

/// <summary>
/// Statistics of one variable, in two passes with a correction for the rounding of the mean (Chan, Golub and LeVeque,
/// 1983), sums in the order of the values.
/// </summary>
public static class Univariate
{
    /// <summary>Arithmetic mean; at least one value.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        RequireAtLeast(1, values);
        var first = Sum(values, 0) / values.Length;
        return first + (Sum(values, first) / values.Length);
    }

    /// <summary>Variance with divisor n - 1; at least two values.</summary>
    public static double Variance(ReadOnlySpan<double> values)
    {
        RequireAtLeast(2, values);
        var mean = Mean(values);
        double squares = 0, rest = 0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
            rest += value - mean;
        }

        return (squares - (rest * rest / values.Length)) / (values.Length - 1);
    }

    /// <summary>Standard deviation with divisor n - 1; at least two values.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> values) => Math.Sqrt(Variance(values));

    /// <summary>Autocorrelation of lag 1; null when all values are equal.</summary>
    public static double? Autocorrelation(ReadOnlySpan<double> values)
    {
        RequireAtLeast(2, values);
        var mean = Mean(values);
        double products = 0, squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            squares += (values[i] - mean) * (values[i] - mean);
            if (i > 0)
                products += (values[i] - mean) * (values[i - 1] - mean);
        }

        return squares > 0 ? products / squares : null;
    }

    /// <summary>Median of values in any order; at least one value.</summary>
    public static double Median(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return Quantiles.Type7(sorted, 0.5);
    }

    /// <summary>
    /// Median absolute deviation from the median, times 1.4826 so that it estimates the standard deviation of normal values: a
    /// spread that outlying values cannot move.
    /// </summary>
    public static double MedianAbsoluteDeviation(ReadOnlySpan<double> values)
    {
        var centre = Median(values);
        var distances = new double[values.Length];
        for (var i = 0; i < distances.Length; i++)
            distances[i] = Math.Abs(values[i] - centre);
        return 1.4826 * Median(distances);
    }

    /// <summary>The same of values in ascending order: their distances from the median are two ascending runs, which are merged up to the middle.</summary>
    internal static double MedianAbsoluteDeviationOfSorted(ReadOnlySpan<double> sorted)
    {
        RequireAtLeast(1, sorted);
        var centre = Quantiles.Type7(sorted, 0.5);
        var above = 0;
        while (above < sorted.Length && sorted[above] < centre)
            above++;
        Span<double> middle = stackalloc double[2];
        var below = above - 1;
        for (var rank = 0; rank <= sorted.Length / 2; rank++)
        {
            var isAbove = below < 0 || (above < sorted.Length && Math.Abs(sorted[above] - centre) <= Math.Abs(sorted[below] - centre));
            (middle[0], middle[1]) = (middle[1], Math.Abs(sorted[isAbove ? above++ : below--] - centre));
        }

        return 1.4826 * (sorted.Length % 2 == 1 ? middle[1] : Quantiles.Type7(middle, 0.5));
    }

    private static double Sum(ReadOnlySpan<double> values, double origin)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value - origin;
        return sum;
    }

    private static void RequireAtLeast(int count, ReadOnlySpan<double> values)
    {
        if (values.Length < count)
            throw new ArgumentException($"At least {count} values are needed; there are {values.Length}.", nameof(values));
    }
}
