using Pathwise.Numerics;
using Pathwise.Parallel;

namespace Pathwise.Ranking;

/// <summary>
/// How alike two waves of raters rank the topics: topics that are at the top of both, Spearman's and Kendall's (tau-b) correlation of the
/// topics' means (of those that were rated in both), and permutation tests in which raters change waves at random: how often the waves then agree as little as they do
/// (overlap, Spearman), and how often their means differ as much (sum of squared differences). p is (1 + count) / (1 + permutations).
/// </summary>
[TypeFormatterSource]
public sealed record WaveStability(
    int FirstRaters,
    int SecondRaters,
    int Top,
    int Overlap,
    double? Spearman,
    double? Kendall,
    double OverlapP,
    double? SpearmanP,
    double DifferenceP,
    int Permutations,
    long Seed)
{
    internal static WaveStability Of(RatingMatrix first, RatingMatrix second, RatingMatrix both, int top, int permutations, long seed)
    {
        if (permutations < 1)
            throw new InputException($"{permutations} permutations; expected at least 1.");
        if (top < 1 || top > first.Topics.Count)
            throw new InputException($"The top {top} of {first.Topics.Count} topics; expected at least 1 and no more than there are.");
        RequireSameTopics(first, second);
        var observed = Agreement.Of(first.Means(), second.Means(), top);
        var drawn = Pieces.Map(permutations, r => Permuted(both, first.Count, top, seed, r));
        return new WaveStability(
            first.Count,
            second.Count,
            top,
            observed.Overlap,
            observed.Spearman,
            RankCorrelation.KendallTauB(first.Means(), second.Means()),
            Share(drawn, other => other.Overlap <= observed.Overlap),
            observed.Spearman is null ? null : Share(drawn, other => !(other.Spearman > observed.Spearman + 1e-12)),
            Share(drawn, other => other.Difference >= observed.Difference - 1e-12),
            permutations,
            seed);
    }

    private static void RequireSameTopics(RatingMatrix first, RatingMatrix second)
    {
        string[] one = [.. first.Topics.Select(topic => topic.Name)], other = [.. second.Topics.Select(topic => topic.Name)];
        if (!one.SequenceEqual(other))
            throw new InputException($"The waves rate different topics: {string.Join(", ", one)} against {string.Join(", ", other)}; expected the same, in the same order.");
    }

    private static Agreement Permuted(RatingMatrix both, int firstCount, int top, long seed, int replicate)
    {
        var order = Resample.Permutation(both.Count, RandomStream.For(seed, replicate));
        return Agreement.Of(both.Means(order[..firstCount]), both.Means(order[firstCount..]), top);
    }

    private static double Share(Agreement[] drawn, Func<Agreement, bool> isAsExtreme) => (1 + drawn.Count(isAsExtreme)) / (1.0 + drawn.Length);

    private sealed record Agreement(int Overlap, double? Spearman, double Difference)
    {
        public static Agreement Of(double[] first, double[] second, int top)
        {
            int[] one = Ranks.Competition(first), other = Ranks.Competition(second);
            return new Agreement(
                Enumerable.Range(0, one.Length).Count(j => one[j] <= top && other[j] <= top),
                RankCorrelation.Spearman(first, second),
                first.Zip(second, (a, b) => (a - b) * (a - b)).Where(double.IsFinite).Sum());
        }
    }
}
