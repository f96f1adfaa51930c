using Pathwise.Ranking;
using Xunit;

namespace Pathwise.Tests.Ranking;

public sealed class RanksTests
{
    [Fact]
    public void Competition_Ties_ShareTheLowerNumberAndNaNComesLast() =>
        Assert.Equal([2, 1, 2, 4, 5], Ranks.Competition([5, 7, 5, 3, double.NaN]));

    [Fact]
    public void Average_Ties_ShareTheMeanOfTheirRanks() => Assert.Equal([2.5, 4, 2.5, 1], Ranks.Average([5, 7, 5, 3]));

    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, 0)]
    [InlineData(new double[] { 1, 1, 2, 2, 2 }, 6 + 24)]
    public void TieSum_Groups_AreCubesLessSizes(double[] values, double expected) => Assert.Equal(expected, Ranks.TieSum(values));
}
