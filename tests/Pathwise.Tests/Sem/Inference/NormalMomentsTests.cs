using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class NormalMomentsTests
{
    [Theory]
    [InlineData(Estimator.ML)]
    [InlineData(Estimator.GLS)]
    [InlineData(Estimator.ULS)]
    public void Variances_AreThoseOfNormalCases(Estimator estimator)
    {
        var fit = Fits.Of(Fits.Factors, estimator);
        Oracle.Near([.. Fits.Normal(fit.Sample[0].Covariance).Diagonal()], Assert.IsType<NormalMoments>(WeightedMoments.Of(fit, 1)).Variances(), 1e-12);
    }
}
