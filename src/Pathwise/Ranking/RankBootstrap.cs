using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Surveys;

namespace Pathwise.Ranking;

/// <summary>
/// How sure a topic's place is: the shares of the resamples in which it took each rank (first entry: rank 1), in which it was among
/// the top, and the range of ranks that holds at least the level of them.
/// </summary>
[TypeFormatterSource]
public sealed record RankUncertainty(
    string Name, string Title, int Rank, double Mean, IReadOnlyList<double> RankShares, double TopShare, int LowestRank, int HighestRank)
{
    /// <summary>The share of resamples in which the topic took each rank, the first rank first.</summary>
    public IReadOnlyList<double> RankShares { get; init => field = ValueList.Of(value); } = ValueList.Of(RankShares);
}

/// <summary>Ranks in resamples of the raters: a place is as safe as it is frequent there. The same seed gives the same shares.</summary>
[TypeFormatterSource]
public sealed class RankBootstrap
{
    // The topics' columns in the order of the questionnaire, and their means in each resample.
    private readonly string[] names;
    private readonly double[][] means;

    private RankBootstrap(IReadOnlyList<RankUncertainty> topics, string[] names, double[][] means) =>
        (Topics, this.names, this.means) = (topics, names, means);

    /// <summary>One row for each topic, in the order of the ranking.</summary>
    public IReadOnlyList<RankUncertainty> Topics { get; }

    /// <summary>How many topics the top holds.</summary>
    public required int Top { get; init; }

    /// <summary>Share of the resamples in which the same topics are at the top, in any order.</summary>
    public required double SameTopShare { get; init; }

    /// <summary>Share of the resamples in which the same topics are at the top in the same order.</summary>
    public required double SameOrderShare { get; init; }

    /// <summary>The number of resamples.</summary>
    public required int Replicates { get; init; }

    /// <summary>The seed of the resamples.</summary>
    public required long Seed { get; init; }

    /// <summary>Share of the resamples in which the first topic's mean is above the second's; equal means count half.</summary>
    public double ShareAbove(string first, string second)
    {
        int a = Position(first), b = Position(second);
        return means.Sum(row => row[a] > row[b] ? 1 : row[a] == row[b] ? 0.5 : 0) / means.Length;
    }

    internal static RankBootstrap Of(RatingMatrix ratings, int top, int replicates, long seed, double level)
    {
        ConfidenceLevel.Require(level);
        if (replicates < 2)
            throw new InputException($"{replicates} bootstrap samples; expected at least 2.");
        if (top < 1 || top >= ratings.Topics.Count)
            throw new InputException($"The top {top} of {ratings.Topics.Count} topics; expected at least 1 and fewer than there are.");
        var observed = ratings.Means();
        var means = Pieces.Map(replicates, r => ratings.Means(Resample.Positions(ratings.Count, seed, r)));
        var ranks = Array.ConvertAll(means, row => Ranks.Competition(row));
        var places = Ranks.Competition(observed);
        var rows = ratings.Topics.Select((topic, j) => Row(topic, places[j], observed[j], ranks.Select(row => row[j]).ToArray(), ratings.Topics.Count, top, level));
        return new RankBootstrap(rows.OrderBy(row => row.Rank).ToArray(), ratings.Topics.Select(topic => topic.Name).ToArray(), means)
        {
            Top = top,
            SameTopShare = ranks.Count(row => SameTop(places, row, top)) / (double)replicates,
            SameOrderShare = ranks.Count(row => SameOrder(places, row, top)) / (double)replicates,
            Replicates = replicates,
            Seed = seed,
        };
    }

    private static RankUncertainty Row(Item topic, int place, double mean, int[] ranks, int count, int top, double level)
    {
        var sorted = ranks.Select(rank => (double)rank).Order().ToArray();
        var tail = (1 - level) / 2;
        return new RankUncertainty(
            topic.Name,
            topic.Title,
            place,
            mean,
            Enumerable.Range(1, count).Select(rank => ranks.Count(drawn => drawn == rank) / (double)ranks.Length).ToArray(),
            ranks.Count(rank => rank <= top) / (double)ranks.Length,
            (int)Math.Floor(Quantiles.Type7(sorted, tail)),
            (int)Math.Ceiling(Quantiles.Type7(sorted, 1 - tail)));
    }

    private static bool SameTop(int[] places, int[] ranks, int top)
    {
        for (var j = 0; j < places.Length; j++)
        {
            if (places[j] <= top != ranks[j] <= top)
                return false;
        }

        return true;
    }

    private static bool SameOrder(int[] places, int[] ranks, int top)
    {
        for (var j = 0; j < places.Length; j++)
        {
            if (places[j] <= top && places[j] != ranks[j])
                return false;
        }

        return SameTop(places, ranks, top);
    }

    private int Position(string name) => Array.IndexOf(names, name) is >= 0 and var j
        ? j
        : throw new InputException($"Not a ranked topic: {name}. There are: {string.Join(", ", names)}.");
}
