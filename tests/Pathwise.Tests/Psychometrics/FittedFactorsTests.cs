using Pathwise.Psychometrics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class FittedFactorsTests
{
    [Fact]
    public void Of_AFittedModel_KnowsFactorsOfEachOrder()
    {
        var factors = new FittedFactors(FittedAbilities.SecondOrder);
        Assert.Equal(["visual", "textual", "speed", "g"], factors.All);
        Assert.Equal(["visual", "textual", "speed"], factors.FirstOrder);
        Assert.True(factors.IsSecondOrder("g"));
        Assert.Equal(["x4", "x5", "x6"], factors.Indicators("textual"));
    }

    [Fact]
    public void Variances_OfAMarkedFactor_AddUpToThoseImplied()
    {
        var factors = new FittedFactors(FittedAbilities.ThreeFactors);
        var loadings = factors.Raw("visual");
        string[] items = ["x1", "x2", "x3"];
        Assert.Equal(factors.ImpliedSum(items), (loadings.Sum() * loadings.Sum() * factors.Variance("visual")) + factors.ResidualSum(items), 1e-9);
        Assert.Equal(factors.ImpliedVariances(items), loadings.Sum(loading => loading * loading * factors.Variance("visual")) + factors.ResidualSum(items), 1e-9);
        Assert.Equal(1, factors.LatentCorrelation("visual", "visual")!.Value, 1e-12);
        Assert.Equal(factors.Standardized("visual")![0], loadings[0] * Math.Sqrt(factors.Variance("visual") / factors.ImpliedSum(["x1"])), 1e-9);
    }

    [Fact]
    public void Of_NoFactorOrAnUnknownName_IsAMistake()
    {
        var regression = Pathwise.Sem.Specification.ModelSpecification.Parse("x1 ~ x2");
        Assert.Contains("no factor", Assert.Throws<InputException>(() => new FittedFactors(Pathwise.Sem.Estimation.ModelFitting.Fit(regression, Holzinger.Table))).Message, StringComparison.Ordinal);
        Assert.Contains("Not in the model: x99.", Assert.Throws<InputException>(() => new FittedFactors(FittedAbilities.ThreeFactors).ImpliedSum(["x99"])).Message, StringComparison.Ordinal);
    }
}
