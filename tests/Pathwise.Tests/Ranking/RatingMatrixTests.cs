using Pathwise.Ranking;
using Xunit;

namespace Pathwise.Tests.Ranking;

public sealed class RatingMatrixTests
{
    private const string Header = "id,wave,t1,t2,t3,t4,t5,t6\n";

    [Fact]
    public void Of_Ratings_KeepsRatersWhoRatedAnything()
    {
        var ratings = RatingMatrix.Of(RatedSurvey.Of(Header + "a,1,1,2,3,4,5,6\nb,1,,,,,,\nc,3,3,,5,6,7,7\n"), "topics");
        Assert.Equal(2, ratings.Count);
        Assert.Equal(1, ratings.Complete.Count);
        Assert.Equal([2.0, 2, 4, 5, 6, 6.5], ratings.Means());
        Assert.True(double.IsNaN(ratings.Means([1])[1]));
        Assert.Equal(4, ratings.With(ratings).Count);
    }

    [Fact]
    public void Of_OneRater_IsRefused() => Assert.Contains(
        "1 raters of 6 topics of scale 'topics'",
        Assert.Throws<InputException>(() => RatingMatrix.Of(RatedSurvey.Of(Header + "a,1,1,2,3,4,5,6\nb,1,,,,,,\n"), "topics")).Message, StringComparison.Ordinal);
}
