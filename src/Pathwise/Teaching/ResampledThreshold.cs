using Pathwise.Sem.Estimation;

namespace Pathwise.Teaching;

/// <summary>A threshold of a sample and what became of it in a resample, which may have lost a category.</summary>
/// <param name="Below">The category below it.</param>
/// <param name="Above">The category above it.</param>
/// <param name="CountBelow">How many cases of the resample chose the category below it.</param>
/// <param name="CountAbove">How many chose the one above it.</param>
/// <param name="Threshold">The threshold in the sample.</param>
/// <param name="Resampled">The threshold in the resample: estimated, that of its neighbour, or 4 in size beyond every answer.</param>
/// <param name="IsEstimated">Whether it is one between categories of the resample.</param>
[TypeFormatterSource]
public sealed record ResampledThreshold(double Below, double Above, int CountBelow, int CountAbove, double Threshold, double Resampled, bool IsEstimated)
{
    /// <summary>Whether it stands beyond every answer of the resample, which has no category on one side of it.</summary>
    public bool IsBeyond => !IsEstimated && Math.Abs(Resampled) == LostCategories.Beyond;
}
