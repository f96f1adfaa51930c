using Pathwise.Sem.Sensitivity;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class PhantomVariableTests
{
    [Theory]
    [InlineData("phantomStructural", Mediations.Partial, 0)]
    [InlineData("phantomIndicator", Mediations.Partial, 0.2)]
    public void Of_PoliticalDemocracy_IsLavaansFit(string name, string model, double indicator)
    {
        var oracle = Oracle.Read("sensitivity", "phantom.json");
        var effects = new Dictionary<string, double> { ["dem60"] = 0.3, ["dem65"] = 0.1 };
        if (indicator != 0)
            effects["y1"] = indicator;
        var phantom = Mediations.Fit(model, Mediations.Democracy).Sensitivity(new() { Effect = Mediations.Indirect, Phantom = effects, Correlations = [0] }).Phantom!;
        Oracle.Near(oracle[name]["indirect"].Number, phantom.Indirect, 1e-5);
        Oracle.Near(oracle[name]["chisq"].Number, phantom.ChiSquare, 1e-6);
        Assert.Equal((int)oracle[name]["df"].Number, phantom.DegreesOfFreedom);
    }

    [Fact]
    public void Of_StructuralVariablesOfASaturatedModel_IsTheCorrelationOfTheirProduct()
    {
        var fit = Mediations.Fit(Mediations.Partial, Mediations.Democracy);
        var phantom = fit.Sensitivity(new() { Effect = Mediations.Indirect, Phantom = new Dictionary<string, double> { ["dem60"] = 0.3, ["dem65"] = 0.1 }, Correlations = [0] }).Phantom!;
        Oracle.Near(Mediations.ChiSquare(fit), phantom.ChiSquare, 1e-9);
        var refit = Mediations.Fit(FormattableString.Invariant($"{Mediations.Partial}\ndem60 ~~ {phantom.Loadings["dem60"] * phantom.Loadings["dem65"]:R} * dem65"), Mediations.Democracy);
        var indirect = Mediations.Value(refit, "dem60", Pathwise.Sem.Specification.Operator.Regression, "ind60") * Mediations.Value(refit, "dem65", Pathwise.Sem.Specification.Operator.Regression, "dem60");
        Oracle.Near(indirect, phantom.Indirect, 1e-6);
    }
}
