using Pathwise.Ranking;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Ranking;

public sealed class WaveStabilityTests
{
    [Fact]
    public void StabilityAgainst_TwoWaves_CorrelatesAsInR()
    {
        var expected = Oracle.Read("base-r", "ranking.json")["waves"];
        var stability = Compare(RatedSurvey.Read(), 99, 1);
        Oracle.Near(expected["spearman"].Number, stability.Spearman, 1e-12);
        Oracle.Near(expected["kendall"].Number, stability.Kendall, 1e-12);
        Assert.Equal((18, 12), (stability.FirstRaters, stability.SecondRaters));
        Assert.Equal(3, stability.Overlap);
        // All three overlap: no permutation overlaps more.
        Assert.Equal(1, stability.OverlapP);
        Assert.InRange(stability.DifferenceP, 0.05, 1);
    }

    [Fact]
    public void StabilityAgainst_WavesThatDisagree_IsFoundOut()
    {
        var rows = string.Concat(Enumerable.Range(0, 12).Select(i => i < 6 ? $"{i},1,7,6,5,3,2,1\n" : $"{i},3,1,2,3,5,6,7\n"));
        var stability = Compare(RatedSurvey.Of("id,wave,t1,t2,t3,t4,t5,t6\n" + rows), 199, 1);
        Assert.Equal(0, stability.Overlap);
        Assert.Equal(-1, stability.Spearman!.Value, 12);
        Assert.Equal(-1, stability.Kendall!.Value, 12);
        Assert.True(stability.DifferenceP < 0.03);
    }

    [Fact]
    public void StabilityAgainst_SameSeed_IsTheSame()
    {
        Assert.Equal(Compare(RatedSurvey.Read(), 50, 1), Compare(RatedSurvey.Read(), 50, 1));
        Assert.Contains("at least 1", Assert.Throws<InputException>(() => Compare(RatedSurvey.Read(), 0, 1)).Message);
    }

    [Fact]
    public void RankCorrelation_ListThatDoesNotVary_IsUndefined()
    {
        Assert.Null(RankCorrelation.Spearman([1, 1, 1], [1, 2, 3]));
        Assert.Null(RankCorrelation.KendallTauB([1, 1, 1], [1, 2, 3]));
    }

    private static WaveStability Compare(Pathwise.Surveys.SurveyData survey, int permutations, long seed) =>
        survey.Where("wave", "1").StabilityAgainst(survey.Where("wave", "3"), "topics", 3, permutations, seed);

    [Fact]
    public void StabilityAgainst_ATopicThatOneWaveDidNotRate_IsLeftOutOfTheCorrelations()
    {
        var one = RatedSurvey.Of("id,wave,t1,t2,t3,t4,t5,t6\na,1,7,5,4,3,2,\nb,1,7,6,4,3,1,\n");
        var two = RatedSurvey.Of("id,wave,t1,t2,t3,t4,t5,t6\nc,3,6,5,4,3,2,7\nd,3,7,6,4,2,1,7\n");
        var stability = one.StabilityAgainst(two, "topics", 2, 50, 1);
        Assert.Equal((1.0, 1.0), (stability.Spearman!.Value, stability.Kendall!.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void StabilityAgainst_ATopThatIsNone_IsRefused(int top) =>
        Assert.Contains($"The top {top} of 6 topics", Assert.Throws<InputException>(() => RatedSurvey.Read().StabilityAgainst(RatedSurvey.Read(), "topics", top, 10, 1)).Message, StringComparison.Ordinal);
}
