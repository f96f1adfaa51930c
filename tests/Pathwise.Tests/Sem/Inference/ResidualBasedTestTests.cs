using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ResidualBasedTestTests
{
    [Fact]
    public void BrowneResidualTest_IsTheQuadraticFormOfWholeMatrices()
    {
        var fit = Fits.Of(Fits.Factors);
        var left = Fits.Left(Fits.Normal(fit.ImpliedCovariance()).Inverse(), MomentJacobian.Of(fit.Implied(1), MomentVector.Of(fit.Table), fit.Values.Count));
        var residuals = Fits.Lower(fit.Sample[0].Covariance - fit.ImpliedCovariance());
        Oracle.Near(fit.CaseCount * (residuals * left * residuals), fit.BrowneResidualTest().Value, 1e-9);
    }
}
