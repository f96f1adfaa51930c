using Pathwise.Numerics;

namespace Pathwise.Ranking;

/// <summary>
/// Two topics compared by the raters who rated both: difference of the means (first minus second), paired t test, and Wilcoxon's
/// signed-rank test (normal approximation, corrected for ties, zeros left out); both p values also corrected by Holm over
/// all pairs. A test is null where nothing varies.
/// </summary>
[TypeFormatterSource]
public sealed record TopicPair(
    string First,
    string Second,
    int Raters,
    double MeanDifference,
    double? T,
    double? PValue,
    double? HolmP,
    double? WilcoxonP,
    double? WilcoxonHolmP)
{
    internal static TopicPair Of(string first, string second, IEnumerable<(double First, double Second)> ratings)
    {
        var differences = ratings.Where(pair => !double.IsNaN(pair.First + pair.Second)).Select(pair => pair.First - pair.Second).ToArray();
        var mean = differences.Length > 0 ? Univariate.Mean(differences) : 0;
        var error = differences.Length > 1 ? Univariate.StandardDeviation(differences) / Math.Sqrt(differences.Length) : 0;
        double? t = error > 0 ? mean / error : null;
        return new TopicPair(
            first, second, differences.Length, mean, t, t is { } value ? StudentDistribution.TwoSided(value, differences.Length - 1) : null,
            null, Wilcoxon(differences), null);
    }

    private static double? Wilcoxon(double[] differences)
    {
        var moved = differences.Where(difference => difference != 0).ToArray();
        var sizes = moved.Select(Math.Abs).ToArray();
        double n = moved.Length;
        var variance = (n * (n + 1) * ((2 * n) + 1) / 24) - (Ranks.TieSum(sizes) / 48);
        if (variance <= 0)
            return null;
        var positive = Ranks.Average(sizes).Where((_, i) => moved[i] > 0).Sum();
        return NormalDistribution.TwoSided((positive - (n * (n + 1) / 4)) / Math.Sqrt(variance));
    }
}
