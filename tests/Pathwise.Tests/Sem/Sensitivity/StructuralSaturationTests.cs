using Pathwise.Sem.Sensitivity;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class StructuralSaturationTests
{
    [Theory]
    [InlineData(Mediations.Full, "restricts how ind60 and dem65 are related")]
    [InlineData(Mediations.Partial + "\ndem60 ~~ start(0.1) * dem65\nind60 ~~ 0 * dem65", "has the covariance dem60 ~~ dem65")]
    [InlineData(Mediations.Partial + "\ndem65 ~~ 0.2 * dem65", "the disturbance variance of dem65 is fixed")]
    public void Of_EquationThatTheDataSaySomethingAbout_NamesTheReason(string model, string reason)
    {
        var (fit, paths, at) = Mediations.Begin(model, Mediations.Democracy, new() { Effect = Mediations.Indirect });
        var saturation = StructuralSaturation.Of(fit, paths, at);
        Assert.False(saturation.IsSaturated);
        Assert.Contains(reason, saturation.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CoefficientsHeldEqual_AreConstraints()
    {
        var model = Mediations.Partial.Replace("dem65 ~ ind60 + dem60", "dem65 ~ k*ind60 + k*dem60", StringComparison.Ordinal);
        var (fit, paths, at) = Mediations.Begin(model, Mediations.Democracy, new() { Effect = Mediations.Indirect });
        Assert.Equal("constraints hold the equation of dem65", StructuralSaturation.Of(fit, paths, at).Reason);
    }

    [Theory]
    [InlineData(Mediations.Partial)]
    [InlineData(Mediations.Partial + "\nx1 ~ 1")]
    public void Of_SaturatedEquation_WithOrWithoutMeans_IsSaturated(string model)
    {
        var (fit, paths, at) = Mediations.Begin(model, Mediations.Democracy, new() { Effect = Mediations.Indirect });
        Assert.Equal(new StructuralSaturation(true, null), StructuralSaturation.Of(fit, paths, at));
    }

    [Fact]
    public void Of_ObservedVariablesWithMeans_HaveAnInterceptThatTakesUpTheChange()
    {
        var (fit, paths, at) = Mediations.Begin("m ~ x\ny ~ x + m\ny ~ 1", Mediations.Observed, new() { Effect = "x -> m -> y" });
        Assert.True(StructuralSaturation.Of(fit, paths, at).IsSaturated);
    }
}
