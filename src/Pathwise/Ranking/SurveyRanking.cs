using Pathwise.Surveys;

namespace Pathwise.Ranking;

/// <summary>The verb that ranks the topics of a survey.</summary>
public static class SurveyRanking
{
    /// <summary>Ranks the items of a scale by the mean of their ratings, each over those who rated it.</summary>
    public static TopicRanking Rank(this SurveyData survey, string scale, double level = 0.95) =>
        TopicRanking.Of(survey, survey.Codebook.Scale(scale), level);
}
