using Pathwise.Numerics;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Estimation;

namespace Pathwise.Teaching;

/// <summary>
/// The normal response that is assumed behind an ordered variable: an answer tells between which two thresholds it lies. Its deviation is one, its mean in the
/// sample zero, which is how the thresholds were found; the mean can be moved, the thresholds stay.
/// </summary>
[TypeFormatterSource]
public sealed class LatentResponse
{
    internal LatentResponse(CategoricalVariable variable) => Variable = variable;

    /// <summary>The ordered variable with its categories, counts and thresholds.</summary>
    public CategoricalVariable Variable { get; }

    /// <summary>The share of the cases that chose each category.</summary>
    public IReadOnlyList<double> Observed => [.. Variable.Counts.Select(count => (double)count / Variable.Count)];

    /// <summary>The share of each category when the response has this mean: the area of the normal curve between its thresholds.</summary>
    public IReadOnlyList<double> Shares(double mean)
    {
        double[] below = [0, .. Variable.Thresholds.Select(threshold => NormalDistribution.Cdf(threshold - mean)), 1];
        return [.. Variable.Categories.Select((_, c) => below[c + 1] - below[c])];
    }

    /// <summary>The mean of the answers when the response has this mean, the answers taken as the numbers that they are.</summary>
    public double MeanAnswer(double mean) => Shares(mean).Zip(Variable.Categories, (share, category) => share * category).Sum();

    /// <summary>
    /// What becomes of each threshold in a resample: those between categories that it has are estimated anew; where it has lost one, the threshold coincides
    /// with its neighbour, or stands at 4 in size beyond every answer. This is what a bootstrap of a model does (<c>fit.Bootstrap</c>).
    /// </summary>
    /// <exception cref="InputException">The other is of another variable, or has categories that this one has not.</exception>
    public IReadOnlyList<ResampledThreshold> Resampled(LatentResponse resample)
    {
        ArgumentNullException.ThrowIfNull(resample);
        var (whole, own) = (Variable, resample.Variable);
        if (whole.Name != own.Name || own.Categories.Except(whole.Categories).Any())
            throw new InputException($"A resample of {whole.Name} has its name and none but its categories ({string.Join(", ", whole.Categories)}); this one is of {own.Name} with {string.Join(", ", own.Categories)}.");
        int Count(double category) => own.Categories.ToList().IndexOf(category) is >= 0 and var at ? own.Counts[at] : 0;
        return
        [
            .. LostCategories.Thresholds(own.Categories, own.Thresholds, whole.Categories).Select((found, t) => new ResampledThreshold(
                whole.Categories[t], whole.Categories[t + 1], Count(whole.Categories[t]), Count(whole.Categories[t + 1]), whole.Thresholds[t], found.Value, found.IsKept)),
        ];
    }
}
