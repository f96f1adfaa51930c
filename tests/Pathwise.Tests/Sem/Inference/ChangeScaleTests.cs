using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ChangeScaleTests
{
    [Fact]
    public void Index_Regression_IsScaledByTheDeviationsOfItsVariables()
    {
        var fit = Fits.Of("x2 ~ x1\nx3 ~ x2");
        var sigma = fit.ImpliedCovariance();
        int cause = fit.Sample[0].IndexOf("x1"), outcome = fit.Sample[0].IndexOf("x3");
        var row = new Parameter { Lhs = "x3", Operator = Operator.Regression, Rhs = "x1" };
        var index = new ChangeScale(fit).Index(row, 4, 0.5);
        Assert.Equal(0.5, index.ChangeStdLv!.Value, 12);
        Oracle.Near(0.5 * Math.Sqrt(sigma[cause, cause] / sigma[outcome, outcome]), index.ChangeStdAll, 1e-12);
        Oracle.Near(0.5 / Math.Sqrt(sigma[outcome, outcome]), index.ChangeStdNoX, 1e-12);
    }
}
