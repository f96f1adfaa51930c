using Pathwise.Numerics;
using Pathwise.Synthesis.Export;
using Xunit;

namespace Pathwise.Tests.Synthesis.Export;

public sealed class RatingTotalsTests
{
    [Fact]
    public void Draw_TotalsOfEachGroup_AreMetWithinTheRange()
    {
        RatedItem[] items = [new("a", [50, 21]), new("b", [63, 5]) { LeftOut = [1, 0] }];
        var ratings = new RatingTotals(1, 7, [10, 5], 0.5, 1, items).Draw(RandomStream.For(1, 0));
        Assert.Equal(50, Sum(ratings, 0, 0, 10));
        Assert.Equal(21, Sum(ratings, 0, 10, 15));
        Assert.Equal(63, Sum(ratings, 1, 0, 10));
        Assert.Equal(5, Sum(ratings, 1, 10, 15));
        Assert.Equal(1, ratings.Cast<int?>().Count(rating => rating is null));
        Assert.All(ratings.Cast<int?>(), rating => Assert.True(rating is null or (>= 1 and <= 7)));
    }

    [Fact]
    public void Draw_TotalThatNoRatingsHave_IsRefused()
    {
        var totals = new RatingTotals(1, 7, [10], 0.5, 1, [new("a", [71])]);
        Assert.Contains("10 ratings of 1 to 7 cannot sum to 71", Assert.Throws<InputException>(() => totals.Draw(RandomStream.For(1, 0))).Message);
    }

    private static int Sum(int?[,] ratings, int item, int from, int to) =>
        Enumerable.Range(from, to - from).Sum(rater => ratings[rater, item] ?? 0);
}
