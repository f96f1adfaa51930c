using Pathwise.Surveys;

namespace Pathwise.Ranking;

/// <summary>The verbs that rank the topics of a survey and say how sure the ranking is.</summary>
public static class SurveyRanking
{
    /// <summary>Ranks the items of a scale by the mean of their ratings, each over those who rated it.</summary>
    public static TopicRanking Rank(this SurveyData survey, string scale, double level = 0.95) =>
        TopicRanking.Of(survey, survey.Codebook.Scale(scale), level);

    /// <summary>Ranks in <paramref name="replicates"/> resamples of the raters.</summary>
    public static RankBootstrap BootstrapRanks(this SurveyData survey, string scale, int top, int replicates, long seed, double level = 0.95) =>
        RankBootstrap.Of(RatingMatrix.Of(survey, scale), top, replicates, seed, level);

    /// <summary>Friedman's test and Kendall's W, over the raters who rated all topics.</summary>
    public static FriedmanTest Friedman(this SurveyData survey, string scale) => FriedmanTest.Of(RatingMatrix.Of(survey, scale));

    /// <summary>Every pair of topics compared, the higher mean first, in the order of the ranking; p values corrected by Holm.</summary>
    public static IReadOnlyList<TopicPair> ComparePairs(this SurveyData survey, string scale) => PairwiseComparison.Of(RatingMatrix.Of(survey, scale));

    /// <summary>The share of raters who place each topic among their own top.</summary>
    public static IReadOnlyList<TopShare> TopShares(this SurveyData survey, string scale, int top) => TopShare.Of(RatingMatrix.Of(survey, scale), top);

    /// <summary>The ranking with and without the raters who left a topic out.</summary>
    public static IReadOnlyList<MissingSensitivity> MissingSensitivities(this SurveyData survey, string scale) =>
        MissingSensitivity.Of(RatingMatrix.Of(survey, scale));

    /// <summary>How alike two waves of the same survey rank the topics.</summary>
    public static WaveStability StabilityAgainst(this SurveyData first, SurveyData second, string scale, int top, int permutations, long seed)
    {
        var (one, other) = (RatingMatrix.Of(first, scale), RatingMatrix.Of(second, scale));
        return WaveStability.Of(one, other, one.With(other), top, permutations, seed);
    }

    /// <summary>
    /// Response among all who were invited, by the values of <paramref name="groupColumn"/>: those count as having answered whose
    /// <paramref name="responseColumn"/> holds <paramref name="answered"/>.
    /// </summary>
    public static ResponseComparison ResponseBy(
        this SurveyData invited, string groupColumn, string responseColumn, string answered, double level = 0.95) =>
        ResponseComparison.Of(invited, groupColumn, responseColumn, answered, level);
}
