using Pathwise.Ranking;
using Xunit;

namespace Pathwise.Tests.Ranking;

public sealed class TopShareTests
{
    [Fact]
    public void TopShares_TopThree_AreThoseOfR()
    {
        var rows = RatedSurvey.Read().TopShares("topics", 3);
        var expected = Oracle.Read("base-r", "ranking.json")["top_three"].Numbers;
        Oracle.Near(expected, RatedSurvey.Topics.Select(name => rows.Single(row => row.Name == name).Share).ToArray(), 1e-12);
        Assert.All(rows, row => Assert.True(row.Share <= row.Highest));
        Assert.True(rows.Zip(rows.Skip(1)).All(pair => pair.First.Share >= pair.Second.Share));
    }

    [Fact]
    public void TopShares_TopicsRatedAlike_ShareThePlacesLeft()
    {
        var rows = RatedSurvey.Of("id,wave,t1,t2,t3,t4,t5,t6\na,1,7,5,5,5,1,\nb,1,7,5,5,5,1,\n").TopShares("topics", 2);
        Assert.Equal(1, rows[0].Share);
        Assert.Equal(1.0 / 3, rows[1].Share, 12);
        Assert.Equal(1, rows[1].Highest);
        Assert.Equal(0, rows.Single(row => row.Name == "t5").Share);
    }
}
