using Pathwise.Ranking;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Ranking;

public sealed class RankBootstrapTests
{
    [Fact]
    public void BootstrapRanks_SharesOfRanks_SumToOneAndFollowTheMeans()
    {
        var bootstrap = RatedSurvey.Read().BootstrapRanks("topics", 3, 500, 1);
        Assert.Equal(["t1", "t2", "t3", "t4", "t5", "t6"], bootstrap.Topics.Select(topic => topic.Name));
        Assert.All(bootstrap.Topics, topic =>
        {
            Assert.Equal(1, topic.RankShares.Sum(), 12);
            Assert.Equal(topic.TopShare, topic.RankShares.Take(3).Sum(), 12);
            Assert.InRange(topic.Rank, topic.LowestRank, topic.HighestRank);
        });
        Assert.True(bootstrap.Topics[0].TopShare > bootstrap.Topics[3].TopShare);
        Assert.True(bootstrap.SameOrderShare <= bootstrap.SameTopShare);
        Assert.InRange(bootstrap.SameTopShare, 0.5, 1);
    }

    [Fact]
    public void ShareAbove_TwoTopics_IsTheProbabilityThatTheNormalApproximationGives()
    {
        // The paired t of t1 against t3 in R has p = .048: the resampled difference is below zero about half as often.
        var bootstrap = RatedSurvey.Read().BootstrapRanks("topics", 3, 2000, 1);
        var below = 1 - bootstrap.ShareAbove("t1", "t3");
        Assert.InRange(below, 0.005, 0.045);
        Assert.Equal(1, bootstrap.ShareAbove("t1", "t2") + bootstrap.ShareAbove("t2", "t1"), 12);
        Assert.Contains("Not a ranked topic: t9", Assert.Throws<InputException>(() => bootstrap.ShareAbove("t1", "t9")).Message);
    }

    [Fact]
    public void BootstrapRanks_SameSeed_IsTheSame()
    {
        var survey = RatedSurvey.Read();
        Assert.Equal(Shares(1), Shares(1));
        Assert.NotEqual(Shares(1), Shares(2));

        double[] Shares(long seed) => [.. survey.BootstrapRanks("topics", 3, 50, seed).Topics.SelectMany(topic => topic.RankShares)];
    }

    [Fact]
    public void BootstrapRanks_ArgumentsThatCannotBe_AreRefused()
    {
        var survey = RatedSurvey.Read();
        Assert.Contains("fewer than there are", Assert.Throws<InputException>(() => survey.BootstrapRanks("topics", 6, 10, 1)).Message);
        Assert.Contains("at least 2", Assert.Throws<InputException>(() => survey.BootstrapRanks("topics", 3, 1, 1)).Message);
        var one = RatedSurvey.Of("id,wave,t1,t2,t3,t4,t5,t6\na,1,3,5,5,2,1,\nb,1,,,,,,\n");
        Assert.Contains("1 raters of 6 topics", Assert.Throws<InputException>(() => one.BootstrapRanks("topics", 3, 10, 1)).Message);
    }
}
