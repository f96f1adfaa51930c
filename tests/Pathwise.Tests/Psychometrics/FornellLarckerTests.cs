using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class FornellLarckerTests
{
    [Fact]
    public void LatentCorrelations_ThreeFactors_AreLavaans()
    {
        var expected = FittedAbilities.SemTools["latent_correlations"].Rows;
        var actual = FittedAbilities.ThreeFactors.LatentCorrelations();
        for (var i = 0; i < 3; i++)
            Oracle.Near(expected[i], Enumerable.Range(0, 3).Select(j => actual[i, j]!.Value).ToArray(), 1e-5);
    }

    [Fact]
    public void FornellLarcker_ThreeFactors_ComparesSharesWithTheSquaredCorrelation()
    {
        var pair = FittedAbilities.ThreeFactors.FornellLarcker()[0];
        Assert.Equal(("visual", "textual"), (pair.First, pair.Second));
        Assert.Equal(pair.Correlation * pair.Correlation, pair.SharedVariance);
        Assert.True(pair.IsMet);
        Assert.False((pair with { FirstVarianceExtracted = 0.2 }).IsMet);
        Assert.Null((pair with { Correlation = null }).IsMet);
        Assert.Equal(3, FittedAbilities.SecondOrder.FornellLarcker().Count);
    }
}
