using Pathwise.Psychometrics;

namespace Pathwise.Ranking;

/// <summary>Every pair of topics compared, and the p values corrected for how many pairs there are.</summary>
internal static class PairwiseComparison
{
    public static IReadOnlyList<TopicPair> Of(RatingMatrix ratings)
    {
        var means = ratings.Means();
        var order = Enumerable.Range(0, means.Length).Where(j => !double.IsNaN(means[j])).OrderByDescending(j => means[j]).ToArray();
        var pairs = order
            .SelectMany((a, place) => order.Skip(place + 1).Select(b => Compare(ratings, a, b)))
            .ToArray();
        var byT = HolmCorrection.Of(pairs.Select(pair => pair.PValue).ToArray());
        var byRanks = HolmCorrection.Of(pairs.Select(pair => pair.WilcoxonP).ToArray());
        return pairs.Select((pair, i) => pair with { HolmP = byT[i], WilcoxonHolmP = byRanks[i] }).ToArray();
    }

    private static TopicPair Compare(RatingMatrix ratings, int a, int b) => TopicPair.Of(
        ratings.Topics[a].Name, ratings.Topics[b].Name, ratings.Raters.Select(rater => (rater[a], rater[b])));
}
