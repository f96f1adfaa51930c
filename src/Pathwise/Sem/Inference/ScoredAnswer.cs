using Pathwise.Numerics;

namespace Pathwise.Sem.Inference;

/// <summary>What one variable's answer says of its response: an interval of an ordered variable, the value of a continuous one.</summary>
/// <param name="categories">The values of an ordered variable, ascending; null of a continuous one.</param>
/// <param name="thresholds">Its thresholds, on the scale of the response.</param>
/// <param name="mean">Mean of the response.</param>
/// <param name="deviation">Standard deviation of what the factors leave of it.</param>
internal sealed class ScoredAnswer(IReadOnlyList<double>? categories, double[] thresholds, double mean, double deviation)
{
    /// <summary>The logarithm of the probability, or density, of an answer where the factors move the response by so much.</summary>
    public double LogLikelihood(double answer, double moved)
    {
        if (categories is null)
            return -Square((answer - mean - moved) / deviation) / 2;
        var (low, high) = Bounds(answer, moved);
        return Math.Log(Probability(low, high));
    }

    /// <summary>Its first and second derivative by the move.</summary>
    public (double First, double Second) Slopes(double answer, double moved)
    {
        if (categories is null)
            return ((answer - mean - moved) / (deviation * deviation), -1 / (deviation * deviation));
        var (low, high) = Bounds(answer, moved);
        var (probability, atLow, atHigh) = (Probability(low, high), NormalDistribution.Density(low), NormalDistribution.Density(high));
        var first = (atLow - atHigh) / probability;
        var second = (Weighted(low, atLow) - Weighted(high, atHigh)) / probability;
        return (first / deviation, (second - (first * first)) / (deviation * deviation));
    }

    private static double Square(double value) => value * value;

    private static double Weighted(double bound, double density) => double.IsInfinity(bound) ? 0 : bound * density;

    // From the tail that is nearer, so that small probabilities keep their digits.
    private static double Probability(double low, double high) => Math.Max(
        double.Epsilon,
        low > 0 ? NormalDistribution.UpperTail(low) - NormalDistribution.UpperTail(high) : NormalDistribution.Cdf(high) - NormalDistribution.Cdf(low));

    private (double Low, double High) Bounds(double answer, double moved)
    {
        var k = 0;
        while (k < categories!.Count - 1 && categories[k] < answer)
            k++;
        return (k == 0 ? double.NegativeInfinity : (thresholds[k - 1] - mean - moved) / deviation, k == thresholds.Length ? double.PositiveInfinity : (thresholds[k] - mean - moved) / deviation);
    }
}
