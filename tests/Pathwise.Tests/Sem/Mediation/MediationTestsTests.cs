using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Mediation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Mediation;

/// <summary>Tests of indirect effects against lavaan, OpenMx, base R (fixtures/mediation-tests) and closed forms.</summary>
public sealed class MediationTestsTests
{
    private const string Simple = "m ~ x\ny ~ m + x";
    private const string SerialPath = "c1 -> a1 -> k1 -> i1";
    private const string LatentPath = "col -> ali -> per";

    private static readonly Oracle Known = Oracle.Read("mediation-tests", "oracle.json");

    private static DataTable Small => DataTable.Read(Repository.Fixture("mediation-tests", "small.csv"));

    [Theory]
    [InlineData(Estimator.ML, "latent ML a c")]
    [InlineData(Estimator.MLR, "latent MLR a c")]
    public void LikelihoodRatio_LatentPath_IsTheWorseOfLavaansConstrainedFits(Estimator estimator, string name)
    {
        var fit = Latent(estimator);
        var test = Of(fit, MediationTestKind.Mbco, LatentPath);
        var numbers = Known[name].Numbers;
        var weakest = numbers[1] > numbers[3] ? 0 : 2;
        Oracle.Near(numbers[weakest], test.Statistic, estimator == Estimator.ML ? 1e-5 : 5e-5);
        Oracle.Near(numbers[weakest + 1], test.PValue, 1e-6);
        Assert.Equal((weakest == 0 ? "ali ~ col" : "per ~ ali", 1, (string?)null), (test.Weakest, test.DegreesOfFreedom, test.Why));
    }

    [Fact]
    public void LikelihoodRatio_SerialPath_IsTheWorstOfThree()
    {
        var fit = ModelSpecification.Parse("a1 ~ c1\nk1 ~ a1 + c1\ni1 ~ k1 + a1 + c1").Fit(Study);
        var test = Of(fit, MediationTestKind.Mbco, SerialPath);
        var numbers = Known["serial a b c"].Numbers;
        Oracle.Near(Math.Max(numbers[1], Math.Max(numbers[3], numbers[5])), test.PValue, 1e-6);
        Assert.Equal("a1 ~ c1 or k1 ~ a1 or i1 ~ k1 is 0", test.Hypothesis);
    }

    [Fact]
    public void LikelihoodRatio_ObservedPath_IsThatOfTheNonlinearConstraint()
    {
        // OpenMx minimises under ab = 0; the closed form is n ln of the ratio of residual variances.
        var fit = ModelSpecification.Parse(Simple).Fit(Small);
        var test = Of(fit, MediationTestKind.Mbco, "x -> m -> y");
        Oracle.Near(Known["openmx ab"].Numbers[0], test.Statistic, 1e-4);
        var covariance = fit.Sample[0].Covariance;
        var (m, x) = (fit.Sample[0].IndexOf("m"), fit.Sample[0].IndexOf("x"));
        var residual = covariance[m, m] - (covariance[m, x] * covariance[m, x] / covariance[x, x]);
        Assert.Equal(92 * Math.Log(covariance[m, m] / residual), test.Statistic!.Value, 1e-7);
        Assert.Equal("m ~ x", test.Weakest);
    }

    [Fact]
    public void LikelihoodRatio_PublishedExample_HasItsBranchAndABetterOne()
    {
        // Tofighi and Kelley (2020), supplement, research question 1: 369 cases; b1, b2, b3 and residual variances as OpenMx printed them. Their
        // constrained fit has b1 = 0 and -2lnL 4481.493 less 4305.727 of the full model. The product is zero at b2 = 0, too, where the likelihood is higher.
        const double share = 0.50948343, b1 = 3.64018505, b2 = 0.58267974, b3 = 0.04528978;
        var x = share * (1 - share);
        var (m, xm) = ((b1 * b1 * x) + 5.42736402, b1 * x);
        var (xy, my) = ((b2 * xm) + (b3 * x), (b2 * m) + (b3 * xm));
        var y = (b2 * my) + (b3 * xy) + 8.48164638;
        var sample = SampleMoments.OfCovariance(["x", "m", "y"], MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(new[,] { { x, xm, xy }, { xm, m, my }, { xy, my, y } }), 369, divisor: Divisor.Count);
        var fit = ModelSpecification.Parse(Simple).Fit(sample);
        var zeros = new ZeroCoefficients(fit);
        var (first, second) = (zeros.Test(Coefficient(fit, "m", "x")), zeros.Test(Coefficient(fit, "y", "m")));
        Assert.Equal(4481.493 - 4305.727, first.ChiSquare!.Value, 2e-3);
        Assert.Equal(369 * Math.Log(1 + (b2 * b2 * 5.42736402 / 8.48164638)), second.ChiSquare!.Value, 1e-5);
        var test = Of(fit, MediationTestKind.Mbco, "x -> m -> y");
        Assert.Equal(("y ~ m", second.ChiSquare), (test.Weakest, test.Statistic));
    }

    [Fact]
    public void JointAndSobel_LatentPath_AreLavaans()
    {
        var fit = Latent(Estimator.ML);
        var (joint, sobel) = (Of(fit, MediationTestKind.JointSignificance, LatentPath), Of(fit, MediationTestKind.Sobel, LatentPath));
        var z = Known["latent z a c"].Numbers.Min();
        Oracle.Near(z, joint.Statistic, 1e-4);
        Oracle.Near(NormalDistribution.TwoSided(z), joint.PValue, 1e-5);
        Oracle.Near(Known["latent sobel ac sum"].Numbers[0], sobel.Statistic, 1e-4);
        var effect = fit.EstimateEffects().Named(LatentPath);
        Assert.Equal(effect.JointPValue, joint.PValue);
        Assert.Equal(effect.Intervals[0].PValue!.Value, sobel.PValue!.Value, 1e-12);
    }

    [Fact]
    public void SumOfPaths_HasTheTestsThatExistForIt()
    {
        var fit = Latent(Estimator.ML);
        const string sum = "col -> ... -> per";
        Oracle.Near(Known["latent sobel ac sum"].Numbers[1], Of(fit, MediationTestKind.Sobel, sum).Statistic, 1e-4);
        Oracle.Near(Known["latent sum at zero"].Numbers[0], Of(fit, MediationTestKind.Mbco, sum).Statistic, 1e-4);
        var joint = Of(fit, MediationTestKind.JointSignificance, sum);
        Assert.Null(joint.PValue);
        Assert.Contains("sum of several", joint.Why, StringComparison.Ordinal);
        Assert.NotNull(Of(Latent(Estimator.MLR), MediationTestKind.Mbco, sum).Why);
    }

    [Fact]
    public void LikelihoodRatio_SecondWay_ProfileOfTheProductIsNoSmaller()
    {
        // The profile walks from the estimate to zero along one branch; the union has the better of both.
        var fit = ModelSpecification.Parse(Simple).Fit(Small);
        var test = Of(fit, MediationTestKind.Mbco, "x -> m -> y");
        var profile = fit.EstimateEffects(new() { Kinds = [IntervalKind.Profile], Effects = ["x -> m -> y"] }).Named("x -> m -> y").Intervals[0];
        Assert.Equal(test.PValue!.Value, profile.PValue!.Value, 1e-5);
    }

    [Fact]
    public void Bootstrap_AdaptiveAndPercentile_AreTheArticlesAndTheIntervals()
    {
        var fit = ModelSpecification.Parse(Simple).Fit(Small);
        var drawn = fit.Bootstrap(new BootstrapOptions { Seed = 5, Replicates = 20_000 });
        Oracle.Near(Known["adaptive small"].Numbers[0], Of(fit, MediationTestKind.Adaptive, "x -> m -> y", drawn).PValue, 0.02);
        var interval = fit.EstimateEffects(new() { Kinds = [IntervalKind.Percentile], IsStandardized = false }, drawn).Named("x -> m -> y").Intervals[0];
        Assert.Equal(interval.PValue, Of(fit, MediationTestKind.Percentile, "x -> m -> y", drawn).PValue);
    }

    [Fact]
    public void Adaptive_OfOtherPaths_SaysWhyNot()
    {
        var serial = ModelSpecification.Parse("a1 ~ c1\nk1 ~ a1 + c1\ni1 ~ k1 + a1 + c1").Fit(Study);
        Assert.Contains("two free coefficients", Of(serial, MediationTestKind.Adaptive, SerialPath, serial.Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 3 })).Why, StringComparison.Ordinal);
        var tied = ModelSpecification.Parse("m ~ a*x\ny ~ a*m + x").Fit(Small);
        Assert.Contains("constrained", Of(tied, MediationTestKind.Adaptive, "x -> m -> y", tied.Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 3 })).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void LeastSquaresWithoutAChiSquare_HasNoLikelihoodRatio()
    {
        var fit = ModelSpecification.Parse(Simple).Fit(Small, new EstimationOptions { Estimator = Estimator.ULS });
        Assert.NotNull(Of(fit, MediationTestKind.Mbco, "x -> m -> y").Why);
    }

    [Fact]
    public void TestIndirectEffects_BadInput_IsRefused()
    {
        var fit = ModelSpecification.Parse(Simple).Fit(Small);
        Assert.Throws<InputException>(() => Of(fit, MediationTestKind.Adaptive, "x -> m -> y"));
        Assert.Throws<InputException>(() => Of(fit, MediationTestKind.Sobel, "x -> y -> m"));
        var other = ModelSpecification.Parse(Simple).Fit(Small).Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 2 });
        Assert.Throws<InputException>(() => Of(fit, MediationTestKind.Percentile, "x -> m -> y", other));
    }

    internal static FitResult Latent(Estimator estimator) => ModelSpecification.Parse(LatentModel).Fit(Study, new EstimationOptions { Estimator = estimator });

    private const string LatentModel = """
        col =~ c1 + c2 + c3 + c4
        ali =~ a1 + a2 + a3 + a4
        con =~ k1 + k2 + k3 + k4
        int =~ i1 + i2 + i3
        mar =~ m1 + m2 + m3
        per =~ int + mar
        ali ~ col
        con ~ col
        ali ~~ 0*con
        per ~ ali + con + col
        """;

    private static DataTable Study => DataTable.Read(Repository.Fixture("mediation", "study.csv"));

    private static Parameter Coefficient(FitResult fit, string lhs, string rhs) => fit.Table.Rows.Single(row => row.Operator == Operator.Regression && (row.Lhs, row.Rhs) == (lhs, rhs));

    private static MediationTest Of(FitResult fit, MediationTestKind kind, string effect, BootstrapResult? bootstrap = null) =>
        Assert.Single(fit.TestIndirectEffects(new() { Tests = [kind], Effects = [effect] }, bootstrap));
}
