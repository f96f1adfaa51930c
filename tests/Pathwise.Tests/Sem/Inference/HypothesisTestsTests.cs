using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class HypothesisTestsTests
{
    [Fact]
    public void WaldTest_OneParameter_IsItsSquaredZ()
    {
        var fit = Fits.Of("x2 ~ a*x1\nx3 ~ b*x2\nq := a");
        var test = fit.WaldTest([fit.Table.Definitions[0].Function]);
        Oracle.Near(Math.Pow(fit.Estimates()[0].Z!.Value, 2), test.Value, 1e-10);
        Assert.Equal(1, test.DegreesOfFreedom);
    }

    [Fact]
    public void WaldTest_OfNothing_IsUndefined() => Assert.Null(Fits.Of("x2 ~ x1").WaldTest([]).Value);
}
