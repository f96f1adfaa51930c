using Pathwise.Sem.Inference;
using Pathwise.Sem.Sensitivity;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class ChangedModelTests
{
    [Fact]
    public void WithRandomExogenous_KeepsFitAndEstimates()
    {
        var fit = Mediations.Fit("m ~ x + z\ny ~ x + m", Mediations.Observed);
        var random = new ChangedModel(fit).WithRandomExogenous().Fit();
        Oracle.Near(Mediations.ChiSquare(fit), Mediations.ChiSquare(random), 1e-9);
        Assert.Equal(fit.DegreesOfFreedom(), random.DegreesOfFreedom());
        Oracle.Near(Mediations.Value(fit, "y", Operator.Regression, "m"), Mediations.Value(random, "y", Operator.Regression, "m"), 1e-9);
        Oracle.Near(fit.Sample[0].Covariance[0, 0], random.Sample[0].Covariance[0, 0], 1e-12);
    }

    [Theory]
    [InlineData(-0.7)]
    [InlineData(0.4)]
    public void Fix_CovarianceOfASaturatedModel_KeepsTheFit(double covariance)
    {
        var fit = Mediations.Fit(Mediations.Partial, Mediations.Democracy);
        var changed = new ChangedModel(fit).Fix("dem65", Operator.Covariance, "dem60", covariance).Fit();
        Oracle.Near(Mediations.ChiSquare(fit), Mediations.ChiSquare(changed), 1e-9);
        Assert.Equal(fit.DegreesOfFreedom(), changed.DegreesOfFreedom());
        Assert.Equal(covariance, Mediations.Value(changed, "dem65", Operator.Covariance, "dem60"));
    }

    [Fact]
    public void WithFreeVariance_OfALatentVariableWithUnitVariance_IsTheSameModel()
    {
        var fit = Mediations.Fit(Mediations.Partial, Mediations.Democracy, new() { StdLv = true });
        var changed = new ChangedModel(fit).WithFreeVariance("dem65").WithFreeVariance("y1").Fit();
        Oracle.Near(Mediations.ChiSquare(fit), Mediations.ChiSquare(changed), 1e-9);
        Assert.Equal(fit.DegreesOfFreedom(), changed.DegreesOfFreedom());
        Oracle.Near(1, Mediations.Value(changed, "dem65", Operator.Covariance, "dem65"), 1e-6);
        Oracle.Near(Mediations.Value(fit, "dem65", Operator.Regression, "dem60"), Mediations.Value(changed, "dem65", Operator.Regression, "dem60"), 1e-6);
    }

    [Fact]
    public void Fix_AFreeParameter_LeavesTheOthersTheirValues()
    {
        var fit = Mediations.Fit(Mediations.Partial, Mediations.Democracy);
        var changed = new ChangedModel(fit).Fix("dem65", Operator.Regression, "ind60", Mediations.Value(fit, "dem65", Operator.Regression, "ind60")).Fit();
        Oracle.Near(Mediations.ChiSquare(fit), Mediations.ChiSquare(changed), 1e-9);
        Assert.Equal(fit.DegreesOfFreedom() + 1, changed.DegreesOfFreedom());
    }

    [Fact]
    public void Fix_AFreeParameterBesideConstraints_IsRefused()
    {
        var fit = Mediations.Fit(Mediations.Partial + "\ndem60 ~~ v*dem60\ndem65 ~~ v*dem65\ndem60 ~~ dem65", Mediations.Democracy);
        var mistake = Assert.Throws<InputException>(() => new ChangedModel(fit).Fix("dem60", Operator.Covariance, "dem65", 0.1));
        Assert.Contains("has constraints and the free parameter dem60 ~~ dem65", mistake.Message, StringComparison.Ordinal);
    }
}
