using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class SampleSourcesTests
{
    [Theory]
    [InlineData("x4 ~ x1 + x2")]
    [InlineData("f =~ x1 + x2 + x3 + x4\nx1 ~ 1\nx2 ~ 1\nx3 ~ 1\nx4 ~ 1")]
    public void Of_BollenStine_DrawsFromCasesThatTheModelFitsExactly(string syntax)
    {
        var fit = Simulated.Table(syntax).Fit(Samples.Blocks(50));
        var source = SampleSources.Of(fit, ResamplingKind.BollenStine, 1);
        var p = fit.Sample[0].Names.Count;
        var covariance = new double[p * p];
        ((CaseResampler)source).All(covariance, 50);
        Assert.All(fit.ImpliedCovariance(1).ToRowMajorArray().Zip(covariance), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    [Fact]
    public void Of_Parametric_DrawsFromWhatTheModelImplies()
    {
        var fit = Simulated.Table("x4 ~ x1\nx4 ~ 1").Fit(Samples.Blocks(4000));
        var cases = new double[8000];
        SampleSources.Of(fit, ResamplingKind.Parametric, 1).DrawCases(RandomStream.For(6, 0), cases);
        for (var j = 0; j < 2; j++)
        {
            var spread = Math.Sqrt(fit.ImpliedCovariance(1)[j, j] / 4000);
            Assert.Equal(fit.ImpliedMeans(1)![j], Enumerable.Range(0, 4000).Average(i => cases[(2 * i) + j]), 4 * spread);
        }
    }

    [Fact]
    public void Of_Nonparametric_DrawsTheSamplesCases()
    {
        var fit = Simulated.Table("x4 ~ x1").Fit(Samples.Blocks(30));
        var cases = new double[60];
        SampleSources.Of(fit, ResamplingKind.Nonparametric, 1).DrawCases(RandomStream.For(6, 3), cases);
        var expected = Bootstrapping.Cases(6, 3, 30).SelectMany(i => fit.Sample[0].Cases!.Row(i));
        Assert.Equal(expected, cases);
    }

    [Fact]
    public void Of_MomentsAlone_SaysWhyCasesCannotBeDrawn()
    {
        var fit = Simulated.Table("x4 ~ x1").Fit(SampleMoments.OfCovariance(["x4", "x1"], Matrix<double>.Build.Dense(2, 2, [1, 0.3, 0.3, 1]), 50));
        var problem = Assert.Throws<InputException>(() => SampleSources.Of(fit, ResamplingKind.BollenStine, 1));
        Assert.Contains("only moments are known", problem.Message, StringComparison.Ordinal);
    }
}
