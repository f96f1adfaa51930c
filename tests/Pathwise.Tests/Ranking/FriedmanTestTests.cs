using Pathwise.Ranking;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Ranking;

public sealed class FriedmanTestTests
{
    [Fact]
    public void Friedman_CompleteRaters_IsThatOfR()
    {
        var expected = Oracle.Read("base-r", "ranking.json")["friedman"];
        var test = RatedSurvey.Read().Friedman("topics");
        Oracle.Near(expected["statistic"].Number, test.ChiSquare, 1e-10);
        Oracle.Near(expected["df"].Number, test.DegreesOfFreedom, 0);
        Oracle.Near(expected["p"].Number, test.PValue, 1e-12);
        Oracle.Near(expected["n"].Number, test.Raters, 0);
        Oracle.Near(expected["w"].Number, test.KendallW, 1e-10);
        Oracle.Near(expected["mean_ranks"].Numbers, test.MeanRanks, 1e-10);
    }

    [Fact]
    public void Friedman_RatersWhoRateAllAlike_AreUndefined()
    {
        var test = RatedSurvey.Of("id,wave,t1,t2,t3,t4,t5,t6\na,1,3,3,3,3,3,3\nb,1,5,5,5,5,5,5\n").Friedman("topics");
        Assert.Null(test.ChiSquare);
        Assert.Null(test.PValue);
        Assert.Null(test.KendallW);
    }

    [Fact]
    public void Friedman_OneCompleteRater_IsTooFew()
    {
        var survey = RatedSurvey.Of("id,wave,t1,t2,t3,t4,t5,t6\na,1,3,5,5,2,1,\nb,1,3,5,5,2,1,4\n");
        Assert.Contains("1 raters rated all 6 topics", Assert.Throws<InputException>(() => survey.Friedman("topics")).Message);
    }
}
