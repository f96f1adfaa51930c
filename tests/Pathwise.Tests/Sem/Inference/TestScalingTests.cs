using Pathwise.Sem.Inference;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class TestScalingTests
{
    // The corrected chi-square has the mean df and, where the variance is corrected, too, twice the degrees of freedom as its variance.
    [Theory]
    [InlineData("s01_lsat_binary/wlsm")]
    [InlineData("s01_lsat_binary/wlsmv")]
    [InlineData("s01_lsat_binary/wlsmvs")]
    public void Of_EachKind_CorrectsMeanAndVariance(string id)
    {
        var fit = OrdinalCase.Read(id).Fit();
        var (scaling, traces) = (TestScaling.Of(fit), ResidualTraces.Of(fit)!);
        var degrees = scaling.Degrees ?? fit.DegreesOfFreedom();
        Assert.Equal(degrees, (traces.Trace / scaling.Factor!.Value) + (scaling.Shift ?? 0), 10);
        if (!id.EndsWith("wlsm", StringComparison.Ordinal))
            Assert.Equal(2 * degrees, 2 * traces.OfSquare / (scaling.Factor.Value * scaling.Factor.Value), 10);
    }

    [Fact]
    public void Of_ContinuousVariables_IsTheFactorOfTheEstimator()
    {
        var fit = LavaanCase.Read("robust_mlm").Fit();
        Assert.Equal(RobustCorrection.ScalingFactor(fit), TestScaling.Of(fit).Factor);
    }
}
