using Pathwise.Ranking;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Ranking;

public sealed class TopicRankingTests
{
    private static readonly Oracle R = Oracle.Read("base-r", "ranking.json");

    [Fact]
    public void Rank_AllRatings_AreDescribedAsByR() => AssertDescribed(R["all"], RatedSurvey.Read());

    [Fact]
    public void Rank_OneWave_IsDescribedAsByR()
    {
        AssertDescribed(R["first"], RatedSurvey.Read().Where("wave", "1"));
        AssertDescribed(R["second"], RatedSurvey.Read().Where("wave", "3"));
    }

    [Fact]
    public void Rank_EqualMeans_ShareTheLowerNumber()
    {
        var ranking = RatedSurvey.Of("id,wave,t1,t2,t3,t4,t5,t6\na,1,3,5,5,2,1,\nb,1,3,5,5,2,1,\n").Rank("topics");
        Assert.Equal(["t2", "t3", "t1", "t4", "t5"], ranking.Topics.Select(topic => topic.Name));
        Assert.Equal([1, 1, 3, 4, 5], ranking.Topics.Select(topic => topic.Rank));
        Assert.Equal(2, ranking.Top(2).Count);
    }

    [Fact]
    public void Rank_OneRater_HasNoSpread()
    {
        var topic = RatedSurvey.Of("id,wave,t1,t2,t3,t4,t5,t6\na,1,3,5,5,2,1,\n").Rank("topics")["t1"];
        Assert.Null(topic.StandardDeviation);
        Assert.Null(topic.Interval);
    }

    [Fact]
    public void Rank_NothingToRank_IsNamed()
    {
        var nobody = RatedSurvey.Of("id,wave,t1,t2,t3,t4,t5,t6\na,1,,,,,,\n");
        Assert.Contains("nobody rated anything of scale 'topics'", Assert.Throws<InputException>(() => nobody.Rank("topics")).Message);
        Assert.Contains("Not a scale", Assert.Throws<InputException>(() => nobody.Rank("things")).Message);
        Assert.Contains("Not a ranked topic: t9", Assert.Throws<InputException>(() => RatedSurvey.Read().Rank("topics")["t9"]).Message);
    }

    private static void AssertDescribed(Oracle expected, SurveyData survey)
    {
        var ranking = survey.Rank("topics");
        Assert.True(ranking.Topics.Zip(ranking.Topics.Skip(1)).All(pair => pair.First.Mean >= pair.Second.Mean));
        for (var i = 0; i < RatedSurvey.Topics.Length; i++)
        {
            var topic = ranking[RatedSurvey.Topics[i]];
            Assert.Equal(expected[i]["n"].Number, topic.Raters);
            Oracle.Near(expected[i]["mean"].Number, topic.Mean, 1e-12);
            Oracle.Near(expected[i]["sd"].Number, topic.StandardDeviation, 1e-12);
            Oracle.Near(expected[i]["lower"].Number, topic.Interval!.Value.Lower, 1e-9);
            Oracle.Near(expected[i]["upper"].Number, topic.Interval!.Value.Upper, 1e-9);
        }
    }
}
