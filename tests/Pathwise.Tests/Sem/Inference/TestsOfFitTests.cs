using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class TestsOfFitTests
{
    private const string Holzinger = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\n";

    [Theory]
    [InlineData(Estimator.ML, "peba4_rls", "Foldnes")]
    [InlineData(Estimator.MLR, "peba4_rls", "Foldnes")]
    [InlineData(Estimator.WLSMV, "scaled.shifted", "Asparouhov")]
    public void TestToTrust_OfCases_IsOfTheEstimator(Estimator estimator, string name, string source)
    {
        var fit = estimator == Estimator.WLSMV
            ? ModelSpecification.Parse(Holzinger).Fit(Pupils.Cut(3), new() { Estimator = estimator }, new() { Ordered = ["x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9"] })
            : ModelSpecification.Parse(Holzinger).Fit(Pupils.Read(), new() { Estimator = estimator });
        var trusted = fit.TestToTrust()!;
        Assert.Equal(name, trusted.Name);
        Assert.Contains(source, trusted.Source);
        Assert.Equal(fit.Tests().Single(each => each.Name == name).Test, trusted.Test);
        Assert.Contains("301 cases", trusted.Because);
    }

    [Fact]
    public void TestToTrust_OfCovariances_IsThatOfResiduals()
    {
        var fit = ModelSpecification.Parse(Holzinger).Fit(Pupils.Read());
        var known = fit.Table.Fit(SampleMoments.OfCovariance(fit.Sample[0].Names, fit.Sample[0].Covariance, 301, null, fit.Sample[0].Divisor));
        var trusted = known.TestToTrust()!;
        Assert.Equal("browne.residual.nt.model", trusted.Name);
        Assert.Equal(fit.BrowneResidualTest().Value!.Value, trusted.Test.Value!.Value, 1e-6);
    }

    [Fact]
    public void TestToTrust_WithoutDegreesOfFreedom_IsNone() => Assert.Null(ModelSpecification.Parse("f =~ x1 + x2 + x3").Fit(Pupils.Read()).TestToTrust());

    [Fact]
    public void Tests_BeginWithThePlainOne_AndHaveNoNameTwice()
    {
        var tests = ModelSpecification.Parse(Holzinger).Fit(Pupils.Read(), new() { Estimator = Estimator.MLM }).Tests();
        Assert.Equal(["standard", "satorra.bentler", "browne.residual.nt.model", "swain"], tests.Take(4).Select(each => each.Name));
        Assert.Equal(tests.Count, tests.Select(each => each.Name).Distinct().Count());
    }
}
