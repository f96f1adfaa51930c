using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>
/// The categories of an ordered variable that occur in some cases: their shares, and the thresholds between them. It can be taken anew, up to so many
/// categories, and allocates nothing then.
/// </summary>
internal sealed class CategoryScale(int most)
{
    private readonly double[] shares = new double[most], cumulative = new double[most], thresholds = new double[most];

    /// <summary>Number of categories that occur.</summary>
    public int Count { get; private set; }

    /// <summary>Number of cases.</summary>
    public int Cases { get; private set; }

    /// <summary>Shares of the categories.</summary>
    public ReadOnlySpan<double> Shares => shares.AsSpan(0, Count);

    /// <summary>Shares of the cases up to each category but the last.</summary>
    public ReadOnlySpan<double> Cumulative => cumulative.AsSpan(0, Math.Max(0, Count - 1));

    /// <summary>Standard normal quantiles of these.</summary>
    public ReadOnlySpan<double> Thresholds => thresholds.AsSpan(0, Math.Max(0, Count - 1));

    /// <summary>Takes the categories that occur, each with its cases.</summary>
    public void Take(ReadOnlySpan<int> counts)
    {
        (Count, Cases) = (counts.Length, 0);
        foreach (var count in counts)
            Cases += count;
        for (int c = 0, below = 0; c < Count; c++)
        {
            below += counts[c];
            (shares[c], cumulative[c]) = ((double)counts[c] / Cases, (double)below / Cases);
            thresholds[c] = NormalDistribution.Quantile(cumulative[c]);
        }
    }
}
