using Pathwise.Numerics;
using Pathwise.Surveys;

namespace Pathwise.Ranking;

/// <summary>Topics in the order of their mean ratings, each over those who rated it.</summary>
[TypeFormatterSource]
public sealed class TopicRanking
{
    private TopicRanking(IReadOnlyList<RankedTopic> topics) => Topics = topics;

    /// <summary>The topics, highest mean first; topics of equal means in the order of the questionnaire.</summary>
    public IReadOnlyList<RankedTopic> Topics { get; }

    /// <summary>The topic of this name.</summary>
    public RankedTopic this[string name] => Topics.FirstOrDefault(topic => topic.Name == name)
        ?? throw new InputException($"Not a ranked topic: {name}. There are: {string.Join(", ", Topics.Select(topic => topic.Name))}.");

    /// <summary>The first topics of the ranking.</summary>
    public IReadOnlyList<RankedTopic> Top(int count) => Topics.Take(count).ToArray();

    internal static TopicRanking Of(SurveyData survey, Scale scale, double level)
    {
        ConfidenceLevel.Require(level);
        var rated = scale.Items.Select(item => Describe(item, survey.Table.Numbers(item.Name), level)).OfType<RankedTopic>().ToArray();
        if (rated.Length == 0)
            throw new InputException($"{survey.Table.Source}: nobody rated anything of scale '{scale.Name}'.");
        return new TopicRanking(rated
            .Select(topic => topic with { Rank = 1 + rated.Count(other => other.Mean > topic.Mean) })
            .OrderBy(topic => topic.Rank)
            .ToArray());
    }

    private static RankedTopic? Describe(Item item, IReadOnlyList<double> ratings, double level)
    {
        var given = ratings.Where(rating => !double.IsNaN(rating)).ToArray();
        if (given.Length == 0)
            return null;
        var mean = Univariate.Mean(given);
        double? deviation = given.Length > 1 ? Univariate.StandardDeviation(given) : null;
        return new RankedTopic(0, item.Name, item.Title, given.Length, mean, deviation, MeanInterval(mean, deviation, given.Length, level));
    }

    private static Interval? MeanInterval(double mean, double? deviation, int count, double level)
    {
        if (deviation is not { } spread)
            return null;
        var reach = StudentDistribution.Quantile((1 + level) / 2, count - 1) * spread / Math.Sqrt(count);
        return new Interval(mean - reach, mean + reach, level);
    }
}
