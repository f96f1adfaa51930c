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
        var (median, spread) = ((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, Univariate.MedianAbsoluteDeviation(sorted));
        return [.. draws.Where(value => Math.Abs(value - median) > Distance * spread)];
    }
}
