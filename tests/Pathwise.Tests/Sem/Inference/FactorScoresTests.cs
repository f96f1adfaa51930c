using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class FactorScoresTests
{
    [Fact]
    public void Scores_EveryCase_AverageToNothingWithoutMeans()
    {
        var scores = Assert.Single(Fits.Of(Fits.Factors).Scores());
        Assert.Equal(["f", "g"], scores.Names);
        Assert.Equal(80, scores.Scores.RowCount);
        Assert.True((scores.Scores.ColumnSums() / 80).AbsoluteMaximum() < 1e-12);
    }

    [Fact]
    public void Scores_WithoutLatentVariablesOrCases_AreRefused()
    {
        Assert.Contains("no latent variable", Assert.Throws<InputException>(() => Fits.Of("x2 ~ x1").Scores()).Message, StringComparison.Ordinal);
    }
}
