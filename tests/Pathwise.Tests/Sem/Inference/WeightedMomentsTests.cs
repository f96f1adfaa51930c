using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class WeightedMomentsTests
{
    [Theory]
    [InlineData(Estimator.ML, null, true)]
    [InlineData(Estimator.ML, Information.Observed, false)]
    [InlineData(Estimator.MLM, null, false)]
    [InlineData(Estimator.GLS, Information.Observed, true)]
    public void Of_ClosedForm_IsForNormalTheoryWithExpectedInformation(Estimator estimator, Information? information, bool isClosed)
    {
        var options = new EstimationOptions { Estimator = estimator, Information = information };
        var fit = Simulated.Table(Fits.Factors).Fit(Samples.Blocks(80), options);
        Assert.Equal(isClosed, WeightedMoments.Of(fit, 1) is NormalMoments);
    }

    [Fact]
    public void AddInformation_IsTheInformationOfTheParameters()
    {
        var fit = Fits.Of(Fits.Factors);
        var information = new double[fit.Values.Count * fit.Values.Count];
        WeightedMoments.AddInformation(fit, 1, 1, information);
        Oracle.Near(fit.Objective().Information(), information, 1e-10);
    }
}
