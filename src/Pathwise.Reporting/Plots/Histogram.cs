using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots;

/// <summary>Values counted in bins of one width.</summary>
internal sealed record Histogram(double[] Middles, double[] Counts, double Width)
{
    private const int MostBins = 60;

    /// <summary>The bins of values in rising order, as wide as Freedman and Diaconis (1981) advise.</summary>
    public static Histogram Of(double[] sorted)
    {
        if (sorted.Length == 0)
            return new([], [], 1);
        var range = sorted[^1] - sorted[0];
        var quartiles = sorted[3 * (sorted.Length - 1) / 4] - sorted[(sorted.Length - 1) / 4];
        var wanted = 2 * quartiles / Math.Cbrt(sorted.Length);
        var count = range > 0 && wanted > 0 ? (int)Math.Clamp(Math.Ceiling(range / wanted), 1, MostBins) : 1;
        var width = range > 0 ? range / count : 1;
        var counts = new double[count];
        foreach (var value in sorted)
            counts[Math.Min((int)((value - sorted[0]) / width), count - 1)]++;
        return new([.. counts.Select((_, i) => sorted[0] + ((i + 0.5) * width))], counts, width);
    }

    /// <summary>The bins as bars that stand side by side.</summary>
    public BarMarks ToBars() => new() { At = Middles, From = new double[Middles.Length], To = Counts, Thickness = Width * 0.96, Opacity = 0.55 };
}
