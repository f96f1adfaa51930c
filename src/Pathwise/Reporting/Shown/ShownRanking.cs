using Pathwise.Ranking;

namespace Pathwise.Reporting.Shown;

/// <summary>Topics in their order.</summary>
internal static class ShownRanking
{
    public static Table Of(IReadOnlyList<RankedTopic> topics, string caption = "Topics in the order of their means") => Table.Of(
        caption,
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
}
