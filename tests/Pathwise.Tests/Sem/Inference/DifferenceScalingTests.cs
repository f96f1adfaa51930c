using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class DifferenceScalingTests
{
    // (c0 d0 - c1 d1) / (d0 - d1).
    [Fact]
    public void Of_SatorraBentler2001_IsTheDifferenceOfTraces()
    {
        var (wide, narrow) = (Fits.Of(Fits.Factors, Estimator.MLM), Fits.Of(Fits.Factors + "\nf ~~ 0*g", Estimator.MLM));
        var expected = (RobustCorrection.ScalingFactor(narrow) * narrow.DegreesOfFreedom()) - (RobustCorrection.ScalingFactor(wide) * wide.DegreesOfFreedom());
        var scaling = DifferenceScaling.Of(wide, narrow, NestingTest.Of(wide, narrow), DifferenceMethod.SatorraBentler2001);
        Oracle.Near(expected!.Value, scaling.Factor, 1e-12);
        Assert.Equal(0, scaling.Shift);
        Assert.Null(DifferenceScaling.Of(wide, wide, NestingTest.Of(wide, wide), DifferenceMethod.SatorraBentler2001).Factor);
    }
}
