using Pathwise.Numerics;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Intervals;

/// <summary>
/// The draws of one effect after the other, each gathered once and sorted once for all that is made of them, in memory that all effects share.
/// </summary>
internal sealed class EffectDraws(BootstrapResult bootstrap)
{
    private readonly double[] gathered = new double[bootstrap.Used];
    private readonly double[] ordered = new double[bootstrap.Used];
    private int count;
    private bool isSorted;

    /// <summary>How many draws have the effect.</summary>
    public int Count => count;

    /// <summary>The draws in the order of the replicates.</summary>
    public ReadOnlySpan<double> Values => gathered.AsSpan(0, count);

    /// <summary>The draws in ascending order.</summary>
    public ReadOnlySpan<double> Sorted
    {
        get
        {
            var draws = ordered.AsSpan(0, count);
            if (!isSorted)
            {
                Values.CopyTo(draws);
                draws.Sort();
                isSorted = true;
            }

            return draws;
        }
    }

    /// <summary>Their standard deviation; null for fewer than two.</summary>
    public double? Deviation => count < 2 ? null : Univariate.StandardDeviation(Values);

    /// <summary>Their median absolute deviation, scaled; null for fewer than two.</summary>
    public double? Spread => count < 2 ? null : Univariate.MedianAbsoluteDeviationOfSorted(Sorted);

    /// <summary>How many are outlying; null for fewer than two.</summary>
    public int? Outlying => count < 2 ? null : OutlyingDraws.CountSorted(Sorted);

    /// <summary>Turns to an effect; what was there of another is gone.</summary>
    public EffectDraws Of(int effect, bool isStandardized)
    {
        count = bootstrap.Gather(effect, isStandardized, gathered).Length;
        isSorted = false;
        return this;
    }
}
