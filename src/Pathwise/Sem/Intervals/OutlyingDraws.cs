using Pathwise.Numerics;

namespace Pathwise.Sem.Intervals;

/// <summary>Draws so far from the others that a standard deviation over all of them tells about these alone.</summary>
public static class OutlyingDraws
{
    /// <summary>A draw is outlying beyond so many robust spreads from the median; of normal draws one in two million is.</summary>
    public const double Distance = 5;

    /// <summary>
    /// The outlying ones among draws, in their order: more than <see cref="Distance"/> median absolute deviations (scaled to a normal standard
    /// deviation) from the median.
    /// </summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> draws)
    {
        ArgumentNullException.ThrowIfNull(draws);
        if (draws.Count < 2)
            return [];
        double[] sorted = [.. draws];
        Array.Sort(sorted);
        var (median, spread) = Centre(sorted);
        return [.. draws.Where(value => IsOutlying(value, median, spread))];
    }

    /// <summary>How many of draws in ascending order are outlying: those before the first and after the last that is not.</summary>
    internal static int CountSorted(ReadOnlySpan<double> sorted)
    {
        if (sorted.Length < 2)
            return 0;
        var (median, spread) = Centre(sorted);
        var (low, high) = (0, 0);
        while (low < sorted.Length && IsOutlying(sorted[low], median, spread))
            low++;
        while (high < sorted.Length - low && IsOutlying(sorted[sorted.Length - 1 - high], median, spread))
            high++;
        return low + high;
    }

    private static (double Median, double Spread) Centre(ReadOnlySpan<double> sorted) =>
        ((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, Univariate.MedianAbsoluteDeviationOfSorted(sorted));

    private static bool IsOutlying(double value, double median, double spread) => Math.Abs(value - median) > Distance * spread;
}
