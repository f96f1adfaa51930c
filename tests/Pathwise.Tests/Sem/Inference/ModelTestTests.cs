using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ModelTestTests
{
    // N (ln|Sigma| + tr(S Sigma^-1) - ln|S| - p).
    [Fact]
    public void Test_IsTheLikelihoodRatioByDefinition()
    {
        var fit = Fits.Of(Fits.Factors);
        var (s, sigma) = (fit.Sample[0].Covariance, fit.ImpliedCovariance());
        var expected = 80 * (Math.Log(sigma.Determinant()) + (s * sigma.Inverse()).Trace() - Math.Log(s.Determinant()) - 6);
        Oracle.Near(expected, fit.Test().Value, 1e-9);
        Assert.Null(fit.ScaledTest());
    }

    [Fact]
    public void ScaledTest_IsThePlainOneOverItsFactor()
    {
        var fit = Fits.Of(Fits.Factors, Estimator.MLR);
        var scaled = fit.ScaledTest()!;
        Oracle.Near(fit.Test().Value!.Value / scaled.ScalingFactor!.Value, scaled.Value, 1e-12);
    }

    [Fact]
    public void PValue_UnweightedOrWithoutDegreesOfFreedom_IsUndefined()
    {
        Assert.Null(Fits.Of(Fits.Factors, Estimator.ULS).Test().PValue);
        Assert.Null(Fits.Of("x2 ~ x1").Test().PValue);
        Assert.Equal(Math.Exp(-1.5), ModelTest.PValue(3, 2)!.Value, 12);
    }
}
