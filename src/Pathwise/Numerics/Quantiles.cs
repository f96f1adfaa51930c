namespace Pathwise.Numerics;

/// <summary>Sample quantiles of values sorted in ascending order.</summary>
public static class Quantiles
{
    /// <summary>
    /// The quantile of probability <paramref name="p"/> by linear interpolation of the order statistics (type 7 of
    /// Hyndman and Fan, 1996: the default of R).
    /// </summary>
    public static double Type7(ReadOnlySpan<double> sorted, double p)
    {
        RequireValues(sorted);
        var position = (sorted.Length - 1) * p;
        var below = Math.Clamp((int)Math.Floor(position), 0, sorted.Length - 1);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>
    /// The quantile of probability <paramref name="p"/> of a bootstrap distribution: order statistic (R + 1) p, interpolated
    /// on the normal scale where that is no whole number (Davison and Hinkley, 1997, equation 5.8). A probability beyond the
    /// outermost order statistics gives the outermost.
    /// </summary>
    public static double NormalScale(ReadOnlySpan<double> sorted, double p)
    {
        RequireValues(sorted);
        var count = sorted.Length;
        var rank = (count + 1) * p;

        // A product such as 1000 * .025 may miss its whole number by a rounding error.
        var nearest = Math.Round(rank);
        var below = Math.Abs(rank - nearest) <= 1e-12 * count ? (int)nearest : (int)Math.Floor(rank);
        if (below < 1)
            return sorted[0];
        if (below >= count)
            return sorted[count - 1];
        if (below == nearest && Math.Abs(rank - nearest) <= 1e-12 * count)
            return sorted[below - 1];

        var lower = NormalDistribution.Quantile(below / (count + 1.0));
        var upper = NormalDistribution.Quantile((below + 1) / (count + 1.0));
        var share = (NormalDistribution.Quantile(p) - lower) / (upper - lower);
        return sorted[below - 1] + (share * (sorted[below] - sorted[below - 1]));
    }

    private static void RequireValues(ReadOnlySpan<double> sorted)
    {
        if (sorted.IsEmpty)
            throw new ArgumentException("A quantile needs at least one value.", nameof(sorted));
    }
}
