using Pathwise.Ranking;
using Xunit;

namespace Pathwise.Tests.Ranking;

public sealed class RankCorrelationTests
{
    [Fact]
    public void Spearman_WithoutTies_IsTheFormulaOfDifferences()
    {
        // Ranks 1 2 3 4 5 against 2 1 4 3 5: squared differences sum to 4; rho = 1 - 6 * 4 / (5 * 24).
        Assert.Equal(0.8, RankCorrelation.Spearman([10, 20, 30, 40, 50], [3, 1, 7, 5, 9])!.Value, 1e-15);
        Assert.Equal(0.6, RankCorrelation.KendallTauB([10, 20, 30, 40, 50], [3, 1, 7, 5, 9])!.Value, 1e-15);
    }

    [Fact]
    public void Correlations_OfOrderAndItsReverse_AreOneAndMinusOne()
    {
        Assert.Equal(1, RankCorrelation.Spearman([1, 2, 9], [4, 5, 6])!.Value, 1e-15);
        Assert.Equal(-1, RankCorrelation.KendallTauB([1, 2, 9], [6, 5, 4])!.Value, 1e-15);
    }

    [Fact]
    public void KendallTauB_Ties_AreLeftOutOfTheScale() =>
        // Pairs: one tied in the first, two agree; sqrt(2 * 3).
        Assert.Equal(2 / Math.Sqrt(6), RankCorrelation.KendallTauB([1, 1, 2], [1, 2, 3])!.Value, 1e-15);

    [Fact]
    public void Correlations_OfWhatDoesNotVary_AreUndefined()
    {
        Assert.Null(RankCorrelation.Spearman([2, 2, 2], [1, 2, 3]));
        Assert.Null(RankCorrelation.KendallTauB([1, 2, 3], [2, 2, 2]));
    }

    [Fact]
    public void Correlations_WhereOneHasNoValue_AreOverTheOthers()
    {
        Assert.Equal(1, RankCorrelation.Spearman([1, double.NaN, 3, 9], [2, 5, 6, double.NaN])!.Value, 1e-15);
        Assert.Equal(-1, RankCorrelation.KendallTauB([1, double.NaN, 3, 4], [6, 9, 2, 1])!.Value, 1e-15);
        Assert.Null(RankCorrelation.Spearman([double.NaN, 1], [1, double.NaN]));
        Assert.Null(RankCorrelation.KendallTauB([double.NaN, 1], [1, double.NaN]));
    }
}
