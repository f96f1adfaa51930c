namespace Pathwise.Ranking;

/// <summary>A topic's mean and rank over everyone who rated it, and over the raters who rated all topics (null when there are none).</summary>
[TypeFormatterSource]
public sealed record MissingSensitivity(
    string Name, string Title, double Mean, int Rank, int CompleteRaters, double? CompleteMean, int? CompleteRank)
{
    /// <summary>Whether leaving out the raters with missing topics moves the topic.</summary>
    public bool? IsMoved => CompleteRank is { } rank ? rank != Rank : null;

    internal static IReadOnlyList<MissingSensitivity> Of(RatingMatrix ratings)
    {
        var complete = ratings.Complete;
        double[] means = ratings.Means(), completeMeans = complete.Means();
        int[] ranks = Ranks.Competition(means), completeRanks = Ranks.Competition(completeMeans);
        var any = complete.Count > 0;
        return ratings.Topics
            .Select((topic, j) => new MissingSensitivity(
                topic.Name, topic.Title, means[j], ranks[j], complete.Count, any ? completeMeans[j] : null, any ? completeRanks[j] : null))
            .OrderBy(row => row.Rank)
            .ToArray();
    }
}
