using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ExplainedVarianceTests
{
    [Fact]
    public void RSquared_OneCause_IsTheSquaredCorrelation()
    {
        var fit = Fits.Of("x4 ~ x1");
        var s = fit.Sample[0].Covariance;
        var row = Assert.Single(fit.RSquared());
        Assert.Equal("x4", row.Variable);
        Oracle.Near(s[0, 1] * s[0, 1] / (s[0, 0] * s[1, 1]), row.Value, 1e-8);
    }

    [Fact]
    public void RSquared_EndogenousVariablesAlone_ObservedOnesFirst() =>
        Assert.Equal(["x1", "x2", "x3", "x4", "x5", "x6", "g"], Fits.Of(Fits.Factors + "\ng ~ f").RSquared().Select(row => row.Variable));
}
