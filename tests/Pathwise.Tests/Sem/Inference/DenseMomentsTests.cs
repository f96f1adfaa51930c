using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class DenseMomentsTests
{
    [Fact]
    public void Variances_OfARobustEstimator_AreFourthOrderMoments()
    {
        var fit = Fits.Of(Fits.Factors, Estimator.MLR);
        Oracle.Near([.. Fits.FourthOrder(fit).Diagonal()], Assert.IsType<DenseMoments>(WeightedMoments.Of(fit, 1)).Variances(), 1e-9);
    }
}
