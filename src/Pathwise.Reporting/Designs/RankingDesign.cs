using Pathwise.Ranking;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>Topics in their order.</summary>
internal static class RankingDesign
{
    public static Table Of(IReadOnlyList<RankedTopic> topics) => Table.Of(
        "Topics in the order of their means",
        topics,
        of =>
        [
            of.Count("Rank", topic => topic.Rank),
            of.Text("Topic", topic => topic.Title.Length > 0 ? topic.Title : topic.Name),
            of.Count("n", topic => topic.Raters),
            of.Number("M", 2, topic => topic.Mean),
            of.Number("SD", 2, topic => topic.StandardDeviation),
            of.Interval("Interval of the mean", 2, topic => (topic.Interval?.Lower, topic.Interval?.Upper)),
        ]);

    public static Table Of(RankBootstrap ranks) => Table.Of(
        "Certainty of the ranks",
        ranks.Topics,
        of =>
        [
            of.Count("Rank", topic => topic.Rank),
            of.Text("Topic", topic => topic.Title.Length > 0 ? topic.Title : topic.Name),
            of.Number("M", 2, topic => topic.Mean),
            of.Interval("Ranks", 0, topic => (topic.LowestRank, topic.HighestRank)),
            of.Number($"Among the top {ranks.Top}, %", 1, topic => 100 * topic.TopShare),
        ],
        notes:
        [
            $"{ranks.Replicates} resamples of the raters, seed {ranks.Seed}. The same top {ranks.Top} in {Rounding.Text(100 * ranks.SameTopShare, 1)} % of them, "
            + $"in the same order in {Rounding.Text(100 * ranks.SameOrderShare, 1)} %.",
        ]);
}
