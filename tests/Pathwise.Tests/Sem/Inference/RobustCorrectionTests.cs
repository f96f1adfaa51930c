using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class RobustCorrectionTests
{
    // c = tr(U G) / df with whole matrices (Satorra and Bentler 1994), which the traces of parameters know nothing of.
    [Fact]
    public void ScalingFactor_SatorraBentler_IsTheTraceOfWholeMatrices()
    {
        var fit = Fits.Of(Fits.Factors, Estimator.MLM);
        var left = Fits.Left(Fits.Normal(fit.ImpliedCovariance()).Inverse(), Derivatives(fit));
        Oracle.Near((left * Fits.FourthOrder(fit)).Trace() / fit.DegreesOfFreedom(), RobustCorrection.ScalingFactor(fit), 1e-9);
    }

    // (D' W D)^-1 D' W G W D (D' W D)^-1 / N.
    [Fact]
    public void Sandwich_SatorraBentler_IsThatOfWholeMatrices()
    {
        var fit = Fits.Of(Fits.Factors, Estimator.MLM);
        var (weights, d) = (Fits.Normal(fit.ImpliedCovariance()).Inverse(), Derivatives(fit));
        var bread = (d.Transpose() * weights * d).Inverse();
        Fits.Near(bread * d.Transpose() * weights * Fits.FourthOrder(fit) * weights * d * bread / fit.CaseCount, RobustCorrection.Sandwich(fit)!, 1e-9);
    }

    [Fact]
    public void ScalingFactor_WithoutDegreesOfFreedom_IsUndefined() => Assert.Null(RobustCorrection.ScalingFactor(Fits.Of("x2 ~ x1", Estimator.MLR)));

    private static MathNet.Numerics.LinearAlgebra.Matrix<double> Derivatives(FitResult fit) =>
        MomentJacobian.Of(fit.Implied(1), MomentVector.Of(fit.Table), fit.Values.Count);
}
