using MathNet.Numerics.LinearAlgebra;
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

    [Theory]
    [InlineData(Estimator.WLS, "Browne 1984", "its weights are sure in very large samples alone")]
    [InlineData(Estimator.GLS, "Browne 1974", "it supposes normal data")]
    public void TestToTrust_OfLeastSquares_SaysWhatItsWeightsSuppose(Estimator estimator, string source, string because)
    {
        var trusted = ModelSpecification.Parse(Holzinger).Fit(Pupils.Read(), new() { Estimator = estimator }).TestToTrust()!;
        Assert.Equal(("standard", source), (trusted.Name, trusted.Source));
        Assert.EndsWith(because, trusted.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Estimator.ML, "standard", "Arbuckle 1996", "with missing values; it supposes normal data, which yuan.bentler.mplus (MLR) does not")]
    [InlineData(Estimator.MLR, "yuan.bentler.mplus", "Yuan and Bentler 2000", "with missing values")]
    public void TestToTrust_OfMissingValues_IsTheEstimatorsOwn(Estimator estimator, string name, string source, string because)
    {
        var data = Pupils.Read();
        data = data.With("x5", [.. data.Numbers("x5").Select((value, i) => i % 7 == 0 ? double.NaN : value)]);
        var trusted = ModelSpecification.Parse(Holzinger).Fit(data, new() { Estimator = estimator, Missing = MissingData.Fiml }).TestToTrust()!;
        Assert.Equal((name, source), (trusted.Name, trusted.Source));
        Assert.EndsWith(because, trusted.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void TestToTrust_OfManyVariables_IsComputedAlone()
    {
        var fit = Wide(cases: 60, items: 37);
        Assert.Equal(["peba4_rls"], fit.Tests().Select(each => each.Name).Where(name => name.EndsWith("_rls", StringComparison.Ordinal)));
        Assert.Equal(fit.EigenvalueTestsOfFit().Single(each => each.Name == "peba4_rls").Test.PValue, fit.TestToTrust()!.Test.PValue);
        Assert.Equal("peba4_rls", fit.TestToTrust()!.Name);
    }

    private static FitResult Wide(int cases, int items)
    {
        var random = new Random(7);
        var values = new double[cases, items];
        for (var i = 0; i < cases; i++)
        {
            var ability = random.NextDouble();
            for (var j = 0; j < items; j++)
                values[i, j] = ability + random.NextDouble();
        }

        string[] names = [.. Enumerable.Range(1, items).Select(j => $"y{j}")];
        return ModelSpecification.Parse($"f =~ {string.Join(" + ", names)}").Fit(DataTable.Of(names, values));
    }

    [Fact]
    public void TestToTrust_WithARidgeOrAtABound_SaysWhatThatDoesToTests()
    {
        Assert.Contains("where normal data without a ridge have 1", ModelSpecification.Parse(Holzinger).Fit(Pupils.Read(), new() { Ridge = 0.5 }).TestToTrust()!.Because, StringComparison.Ordinal);
        var impossible = Matrix<double>.Build.DenseOfRowMajor(4, 4, [1, 0.9, 0.9, 0.3, 0.9, 1, 0.65, 0.3, 0.9, 0.65, 1, 0.3, 0.3, 0.3, 0.3, 1]);
        var held = ModelSpecification.Parse("f =~ a + b + c + d").Fit(SampleMoments.OfCovariance(["a", "b", "c", "d"], impossible, 100), new() { Bounds = BoundsKind.Standard });
        Assert.NotEmpty(held.AtBounds);
        Assert.Contains("of which bounds hold some", held.TestToTrust()!.Because, StringComparison.Ordinal);
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
