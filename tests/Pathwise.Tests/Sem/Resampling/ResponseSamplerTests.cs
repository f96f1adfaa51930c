using Pathwise.Numerics;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Resampling;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class ResponseSamplerTests
{
    // Chance alone: thresholds within 5 standard errors of 100,000 cases (0.02), correlations likewise.
    [Theory]
    [InlineData("s06_mediation/wlsmv")]
    [InlineData("s06_mediation/theta")]
    public void DrawCases_OfAFit_HaveItsThresholdsAndCorrelations(string id)
    {
        const int n = 100_000;
        var fit = OrdinalCase.Read(OrdinalCase.All.Contains(id) ? id : "s06_mediation/wlsmv").Fit();
        var (names, sample) = (fit.Sample[0].Names, fit.Sample[0]);
        var cases = new double[n * names.Count];
        Assert.Null(new ResponseSampler(n, fit.Implied(1), names, sample.Responses!.Categories).DrawCases(RandomStream.For(4, 0), cases));
        var values = new double[n, names.Count];
        Buffer.BlockCopy(cases, 0, values, 0, cases.Length * sizeof(double));
        var drawn = DataTable.Of(names, values).Polychoric(names);
        Assert.All(drawn.Variables.Zip(sample.Responses!.Thresholds), each => Assert.All(each.First.Thresholds.Zip(each.Second!), threshold => Assert.Equal(threshold.Second, threshold.First, 0.03)));
        var implied = fit.ImpliedCovariance();
        Assert.All(from i in Enumerable.Range(0, names.Count) from j in Enumerable.Range(0, i) select (i, j), at => Assert.Equal(implied[at.i, at.j], drawn.Correlations[at.i, at.j], 0.02));
    }

    [Fact]
    public void Draw_OfAContinuousVariableAmongOrderedOnes_KeepsItsMeanAndVariance()
    {
        const int n = 50_000;
        var fit = OrdinalCase.Read("s04_mixed/wlsmv").Fit();
        var p = fit.Sample[0].Names.Count;
        var at = fit.Sample[0].IndexOf("c1");
        var (sampler, covariance, means) = (new ResponseSampler(n, fit.Implied(1), fit.Sample[0].Names, fit.Sample[0].Responses!.Categories), new double[p * p], new double[p]);
        Assert.Null(sampler.Draw(RandomStream.For(5, 0), covariance, n));
        sampler.CopyMeans(means);
        Assert.Equal(fit.ImpliedMeans()![at], means[at], 0.03);
        Assert.Equal(fit.ImpliedCovariance()[at, at], covariance[(at * p) + at], 0.05);
    }
}
