using Pathwise.Ranking;
using Xunit;

namespace Pathwise.Tests.Ranking;

public sealed class TopicPairTests
{
    [Fact]
    public void ComparePairs_AllPairs_AreThoseOfR()
    {
        var expected = Oracle.Read("base-r", "ranking.json")["pairs"];
        var pairs = RatedSurvey.Read().ComparePairs("topics");
        Assert.Equal(15, pairs.Count);
        Assert.Equal(("t1", "t2"), (pairs[0].First, pairs[0].Second));
        Oracle.Near(expected["mean"].Numbers, pairs.Select(pair => pair.MeanDifference).ToArray(), 1e-10);
        Oracle.Near(expected["t"].Numbers, pairs.Select(pair => pair.T!.Value).ToArray(), 1e-10);
        Oracle.Near(expected["p"].Numbers, pairs.Select(pair => pair.PValue!.Value).ToArray(), 1e-10);
        Oracle.Near(expected["holm"].Numbers, pairs.Select(pair => pair.HolmP!.Value).ToArray(), 1e-10);
        Oracle.Near(expected["wilcox"].Numbers, pairs.Select(pair => pair.WilcoxonP!.Value).ToArray(), 1e-10);
        Oracle.Near(expected["wilcox_holm"].Numbers, pairs.Select(pair => pair.WilcoxonHolmP!.Value).ToArray(), 1e-10);
        Oracle.Near(expected["df"].Numbers, pairs.Select(pair => pair.Raters - 1.0).ToArray(), 0);
    }

    [Fact]
    public void ComparePairs_RatingsThatDoNotDiffer_HaveNoTest()
    {
        var pairs = RatedSurvey.Of("id,wave,t1,t2,t3,t4,t5,t6\na,1,3,3,1,2,3,\nb,1,5,5,1,2,5,\n").ComparePairs("topics");
        var alike = pairs.Single(pair => pair is { First: "t1", Second: "t2" });
        Assert.Null(alike.PValue);
        Assert.Null(alike.WilcoxonP);
        Assert.Null(alike.HolmP);
        Assert.DoesNotContain(pairs, pair => pair.First == "t6" || pair.Second == "t6");
    }
}
