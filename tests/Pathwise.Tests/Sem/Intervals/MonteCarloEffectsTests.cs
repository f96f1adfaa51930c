using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Tests.Sem.Effects;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Intervals;

public sealed class MonteCarloEffectsTests
{
    [Fact]
    public void Draw_Product_HasTheMomentsOfAProductOfNormalVariables()
    {
        // Mean ab + c and variance a^2 vb + b^2 va + 2abc + va vb + c^2 of two normal variables with the covariance c (Craig, 1936).
        var fit = Simulated.Table("x2 ~ a*x1\nx3 ~ b*x2").Fit(Samples.Blocks(80));
        int i = fit.Table.Rows.First(row => row.Label == "a").Free - 1, j = fit.Table.Rows.First(row => row.Label == "b").Free - 1;
        double a = fit.Values[i], b = fit.Values[j], va = 0.02, vb = 0.03, c = -0.015;
        var covariance = Matrix<double>.Build.DenseDiagonal(fit.Values.Count, 1e-12);
        (covariance[i, i], covariance[j, j], covariance[i, j], covariance[j, i]) = (va, vb, c, c);
        var catalogue = EffectCatalogueTests.Of(fit.Table);
        var draws = MonteCarloEffects.Draw(fit, catalogue, covariance, 100_000, 5)
            .Of(catalogue.Entries.ToList().FindIndex(entry => entry.Effect.Name == "x1 -> x2 -> x3"), isStandardized: false);
        var variance = (a * a * vb) + (b * b * va) + (2 * a * b * c) + (va * vb) + (c * c);
        Assert.Equal((a * b) + c, draws.Average(), 4 * Math.Sqrt(variance / 100_000));
        Assert.Equal(variance, Math.Pow(Univariate.StandardDeviation([.. draws]), 2), 0.03 * variance);
    }

    [Fact]
    public void Draw_MoreDraws_BeginWithTheSame()
    {
        var fit = Simulated.Table("x2 ~ x1").Fit(Samples.Blocks(80));
        var covariance = Matrix<double>.Build.DenseDiagonal(fit.Values.Count, 0.1);
        var catalogue = EffectCatalogueTests.Of(fit.Table);
        Assert.Equal(MonteCarloEffects.Draw(fit, catalogue, covariance, 10, 5).Of(0, false), MonteCarloEffects.Draw(fit, catalogue, covariance, 50, 5).Of(0, false).Take(10));
    }

    [Fact]
    public void Of_StandardizedEffectWithNegativeVariances_LeavesThoseDrawsOut()
    {
        var fit = Simulated.Table("x2 ~ x1").Fit(Samples.Blocks(80));
        var covariance = Matrix<double>.Build.DenseDiagonal(fit.Values.Count, 4);
        var draws = MonteCarloEffects.Draw(fit, EffectCatalogueTests.Of(fit.Table), covariance, 1000, 5);
        Assert.Equal(1000, draws.Of(0, false).Count);
        Assert.InRange(draws.Of(0, true).Count, 300, 999);
        Assert.All(draws.Of(0, true), value => Assert.True(double.IsFinite(value)));
    }
}
