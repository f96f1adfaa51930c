using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class SaturatedGroupTests
{
    [Fact]
    public void Information_AtTheSample_IsTheInverseOfNormalTheorysCovariances()
    {
        var fit = Fits.Of(Fits.Factors);
        Fits.Near(Fits.Normal(fit.Sample[0].Covariance).Inverse(), SaturatedGroup.AtSample(fit, 1).Information(Information.Expected), 1e-9);
        Fits.Near(Fits.Normal(fit.ImpliedCovariance()).Inverse(), SaturatedGroup.AtModel(fit, 1).Information(Information.Expected), 1e-9);
    }

    [Fact]
    public void FirstOrder_AtTheSample_HasTheFourthOrderMomentsInItsMiddle()
    {
        var fit = Fits.Of(Fits.Factors, Estimator.MLR);
        var saturated = SaturatedGroup.AtSample(fit, 1);
        var weights = saturated.Information(Information.Expected);
        Fits.Near(weights * Fits.FourthOrder(fit) * weights, saturated.FirstOrder(), 1e-9);
    }

    [Fact]
    public void Moments_AreThoseOfTheModelWithoutWhatIsHeld()
    {
        var fit = Fits.Of("x3 ~ x1 + x2");
        var saturated = SaturatedGroup.AtModel(fit, 1);
        Assert.Equal(3, saturated.Vector.Count);
        var sigma = fit.ImpliedCovariance();
        Oracle.Near([sigma[0, 0], sigma[1, 0], sigma[2, 0]], [.. saturated.Moments()], 1e-12);
        Assert.Equal([false, false, false], Enumerable.Range(0, 3).Select(saturated.IsExogenous));
    }
}
