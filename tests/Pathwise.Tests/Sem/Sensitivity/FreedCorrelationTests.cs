using Pathwise.Sem.Sensitivity;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class FreedCorrelationTests
{
    [Fact]
    public void Of_FullMediation_IsOneTestWithThatOfTheDirectPath()
    {
        var oracle = Oracle.Read("sensitivity", "phantom.json");
        var (fit, paths, _) = Mediations.Begin(Mediations.Full, Mediations.Democracy, new() { Effect = Mediations.Indirect });
        var found = FreedCorrelation.Of(fit, paths)!;
        Oracle.Near(44.1205, found.ChiSquare, 1e-5);
        Assert.Equal(36, found.DegreesOfFreedom);
        Oracle.Near(38.125218, found.ChiSquareCorrelated, 1e-7);
        Oracle.Near(found.ChiSquareCorrelated!.Value, found.ChiSquareDirect, 1e-9);
        Assert.True(found.IsOneTest);
        Oracle.Near(oracle["correlated"]["rho"].Number, found.Rho, 1e-5);
        Oracle.Near(oracle["correlated"]["fit"]["indirect"].Number, found.Indirect, 1e-5);
        Oracle.Near(44.1205 - 38.125218, found.Test!.ChiSquare, 1e-5);
        Assert.Equal(1, found.Test.DegreesOfFreedom);
        Assert.True(found.StandardError > 0);
    }

    [Fact]
    public void Of_AModelThatHasTheCovariance_TestsItAgainstNone()
    {
        var (fit, paths, _) = Mediations.Begin(Mediations.Full + "\ndem60 ~~ dem65", Mediations.Democracy, new() { Effect = Mediations.Indirect });
        var found = FreedCorrelation.Of(fit, paths)!;
        Oracle.Near(44.1205, found.ChiSquare, 1e-5);
        Oracle.Near(Mediations.ChiSquare(fit), found.ChiSquareCorrelated, 1e-8);
    }

    [Fact]
    public void Of_TheStudysKind_AreTwoTestsOrOneAsTheFitsSay()
    {
        var full = Mediations.SecondOrder.Replace(" + collaboration", "", StringComparison.Ordinal);
        var (fit, paths, _) = Mediations.Begin(full, Mediations.Study, new() { Effect = "collaboration -> alignment -> performance" });
        var found = FreedCorrelation.Of(fit, paths)!;
        Assert.Equal(found.IsOneTest, Math.Abs(found.ChiSquareDirect!.Value - found.ChiSquareCorrelated!.Value) < 1e-6 * found.ChiSquareCorrelated.Value);
    }
}
