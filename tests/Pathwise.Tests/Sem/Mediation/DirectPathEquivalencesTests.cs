using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Mediation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Mediation;

public sealed class DirectPathEquivalencesTests
{
    [Fact]
    public void ByError_LatentModel_IsTwoOneSidedTestsOfLavaansEstimate()
    {
        var known = Oracle.Read("mediation-tests", "oracle.json");
        var (estimate, error) = (known["latent direct std se"].Numbers[0], known["latent direct std se"].Numbers[1]);
        var row = Assert.Single(MediationTestsTests.Latent(Estimator.ML).TestDirectPaths(new() { Equivalence = 0.3 }));
        Oracle.Near(estimate, row.Direct, 1e-5);
        Oracle.Near(NormalDistribution.Cdf(-(estimate + 0.3) / error), row.LowerPValue, 1e-5);
        Oracle.Near(NormalDistribution.Cdf((estimate - 0.3) / error), row.UpperPValue, 1e-5);
        Oracle.Near(known["latent correlation"].Numbers[0], row.Correlation, 1e-5);
        Assert.Equal(row.UpperPValue, row.PValue);
        Assert.Equal(0.9, row.Interval!.Value.Level, 1e-12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void IsNegligible_AnyBound_AgreesWithThePValue(bool isDrawn)
    {
        // Two ways to the same verdict: the interval of level 1 - 2 alpha within the bounds, and the larger p below alpha.
        var fit = MediationTestsTests.Latent(Estimator.ML);
        var drawn = isDrawn ? fit.Bootstrap(new BootstrapOptions { Seed = 2, Replicates = 400 }) : null;
        var verdicts = new HashSet<bool?>();
        foreach (var bound in new[] { 0.05, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.9 })
        {
            var row = Assert.Single(fit.TestDirectPaths(new() { Equivalence = bound }, drawn));
            Assert.Equal(row.PValue < 0.05, row.IsNegligible);
            Assert.Equal(row.IsNegligible, row.IsSubstantial);
            verdicts.Add(row.IsNegligible);
        }

        Assert.Equal(2, verdicts.Count);
    }

    [Fact]
    public void IsSubstantial_WithoutACorrelation_IsFalse()
    {
        var row = new DirectPathEquivalence("x", "y", 0.2, 0.05) { Interval = new Interval(-0.1, 0.1, 0.9), Correlation = 0.1 };
        Assert.Equal((true, false), (row.IsNegligible, row.IsSubstantial));
        Assert.True((row with { Correlation = -0.15 }).IsSubstantial);
    }

    [Fact]
    public void TestDirectPaths_ModelWithoutTheDirectPath_SaysSo()
    {
        var fit = ModelSpecification.Parse("m ~ x\ny ~ m").Fit(DataTable.Read(Repository.Fixture("mediation-tests", "small.csv")));
        var row = Assert.Single(fit.TestDirectPaths(new() { Equivalence = 0.2 }));
        Assert.Contains("no direct path", row.Why, StringComparison.Ordinal);
        Assert.Null(row.IsNegligible);
        Assert.Null(row.PValue);
    }

    [Fact]
    public void TestDirectPaths_BadInput_IsRefused()
    {
        var fit = MediationTestsTests.Latent(Estimator.ML);
        Assert.Throws<InputException>(() => fit.TestDirectPaths(new()));
        foreach (var bound in new[] { 0, -0.1, 1, double.NaN })
            Assert.Throws<InputException>(() => fit.TestDirectPaths(new() { Equivalence = bound }));
        Assert.Throws<InputException>(() => fit.TestDirectPaths(new() { Equivalence = 0.1, Level = 0.4 }));
    }
}
