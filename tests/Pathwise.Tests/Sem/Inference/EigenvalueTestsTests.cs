using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class EigenvalueTestsTests
{
    private const string Holzinger = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\n";

    private const string Democracy = "ind60 =~ x1 + x2 + x3\ndem60 =~ y1 + y2 + y3 + y4\ndem65 =~ y5 + y6 + y7 + y8\ndem60 ~ ind60\ndem65 ~ ind60 + dem60\ny1 ~~ y5\ny2 ~~ y4 + y6\ny3 ~~ y7\ny4 ~~ y8\ny6 ~~ y8\n";

    [Theory]
    [InlineData("holzinger", 34)]
    [InlineData("democracy", 34)]
    [InlineData("loadings", 34)]
    [InlineData("path", 34)]
    [InlineData("means", 34)]
    [InlineData("fixed", 18)]
    [InlineData("ridge", 34)]
    public void Tests_OfTextbookModels_AreThoseOfLavaansMatrices(string model, int count)
    {
        var fit = Fit(model);
        var (expected, space) = (Expected(model), ResidualSpace.Of(fit)!);
        Assert.All(ResidualSpectrum.Of(fit)!.Index(), each => Assert.Equal(1, each.Item / expected[$"lambda{each.Index + 1}"].Value, 2e-5));
        Assert.All(ResidualSpectrum.Unbiased(space, fit, fit.DegreesOfFreedom())?.Index() ?? [], each => Assert.Equal(1, each.Item / expected[$"lambda_ug{each.Index + 1}"].Value, 2e-4));
        Check(fit.EigenvalueTestsOfFit(), expected, count);
    }

    [Theory]
    [InlineData("holzinger", "equal")]
    [InlineData("configural", "loadings")]
    public void Tests_OfNestedModels_AreThoseOfLavaansMatrices(string full, string restricted)
    {
        var tests = Fit(full).EigenvalueTestsOfDifference(Fit(restricted));
        Check(tests, Expected($"{full}:{restricted}"), 34, cancelled: 20);
        Assert.Equal(tests, Fit(restricted).EigenvalueTestsOfDifference(Fit(full)));
    }

    // The printed digits of semTests' documentation; lavaan stopped there after the fifth of them.
    [Theory]
    [InlineData("sb_rls", .01023556)]
    [InlineData("ss_rls", .01092401)]
    [InlineData("peba2_rls", .01051737)]
    public void Tests_OfNestedLoadings_ArePublished(string name, double p) =>
        Assert.Equal(1, Fit("holzinger").EigenvalueTestsOfDifference(Fit("equal")).Single(each => each.Name == name).Test.PValue!.Value / p, 6e-5);

    [Fact]
    public void Tests_OfModelsThatAreNotNested_AreNone()
    {
        var other = ModelSpecification.Parse("visual =~ x1 + x2 + x3 + x9\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8").Fit(Data("holzinger"));
        var more = ModelSpecification.Parse(Holzinger + "x1 ~~ x2\n").Fit(Data("holzinger"));
        Assert.Empty(more.EigenvalueTestsOfDifference(other));
        Assert.Empty(other.EigenvalueTestsOfDifference(other));
    }

    // With fewer cases than degrees of freedom the unbiased estimate has negative eigenvalues, and the eigenvalues come from the cases' products.
    [Fact]
    public void Tests_OfFewCases_HaveNoUnbiasedOnesAndTheEigenvaluesOfTheDenseMatrix()
    {
        var data = Data("democracy").Cases([.. Enumerable.Range(0, 28)]);
        var fit = ModelSpecification.Parse(Democracy).Fit(data);
        Assert.Equal(18, fit.EigenvalueTestsOfFit().Count);
        var (space, df) = (ResidualSpace.Of(fit)!, fit.DegreesOfFreedom());
        var residuals = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(space.Count, space.Size, space.Residuals());
        var dense = residuals.TransposeThisAndMultiply(residuals).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric).EigenValues.Select(value => value.Real).OrderDescending().Take(df);
        Assert.All(ResidualSpectrum.Of(fit)!.Zip(dense), pair => Assert.Equal(Math.Max(pair.Second, 0), pair.First, 1e-10));
    }

    // The printed digits of semTests' documentation.
    [Theory]
    [InlineData("sb_rls", 1.726558e-07)]
    [InlineData("ss_rls", 9.251198e-07)]
    [InlineData("peba4_rls", 5.165712e-07)]
    public void Tests_OfHolzingerAndSwineford_ArePublished(string name, double p) =>
        Assert.Equal(1, Fit("holzinger").EigenvalueTestsOfFit().Single(each => each.Name == name).Test.PValue!.Value / p, 2e-5);

    [Fact]
    public void Tests_UnderAnotherEstimatorOrOrder_AreTheSame()
    {
        var (plain, robust) = (Fit("holzinger", Estimator.ML).EigenvalueTestsOfFit(), Fit("holzinger").EigenvalueTestsOfFit());
        Assert.All(plain.Zip(robust), pair => Assert.Equal(1, pair.First.Test.PValue!.Value / pair.Second.Test.PValue!.Value, 1e-6));
        var turned = ModelSpecification.Parse("speed =~ x9 + x7 + x8\ntextual =~ x5 + x4 + x6\nvisual =~ x3 + x2 + x1\n").Fit(Data("holzinger")).EigenvalueTestsOfFit();
        Assert.All(plain.Zip(turned), pair => Assert.Equal(1, pair.First.Test.PValue!.Value / pair.Second.Test.PValue!.Value, 1e-6));
    }

    [Fact]
    public void Tests_WithoutDegreesOfFreedomOrLikelihood_AreNone()
    {
        Assert.Empty(ModelSpecification.Parse("f =~ x1 + x2 + x3\n").Fit(Data("holzinger")).EigenvalueTestsOfFit());
        Assert.Empty(Fit("holzinger", Estimator.ULS).EigenvalueTestsOfFit());
    }

    private static Dictionary<string, (double Value, string P)> Expected(string model) =>
        File.ReadLines(Repository.Fixture("lavaan", "eigenvalues", "eigenvalues.csv")).Select(line => line.Split(',')).Where(cells => cells[0] == model)
            .ToDictionary(cells => cells[1], cells => (double.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]));

    // A difference of chi-squares has lost a digit that each of them has: cancelled is how often larger they are.
    private static void Check(IReadOnlyList<EigenvalueTest> tests, Dictionary<string, (double Value, string P)> expected, int count, double cancelled = 1)
    {
        Assert.Equal(count, tests.Count);
        foreach (var (name, test) in tests)
        {
            Assert.Equal(1, test.Value!.Value / expected[name].Value, 2e-6 * cancelled);
            Assert.Equal(1, test.PValue!.Value / double.Parse(expected[name].P, CultureInfo.InvariantCulture), 5e-5 * Math.Max(cancelled / 10, 1));
        }
    }

    private static FitResult Fit(string model, Estimator estimator = Estimator.MLM)
    {
        var options = new EstimationOptions { Estimator = estimator };
        return model switch
        {
            "democracy" => ModelSpecification.Parse(Democracy).Fit(Data(model), options),
            "path" => ModelSpecification.Parse("x9 ~ x1 + x2\nx8 ~ x9 + x3\n").Fit(Data(model), options, new() { FixedX = false }),
            "fixed" => ModelSpecification.Parse("x9 ~ x1 + x2\nx8 ~ x9 + x3\n").Fit(Data(model), options),
            "means" => ModelSpecification.Parse(Holzinger).Fit(Data(model), options, new() { MeanStructure = true }),
            "ridge" => ModelSpecification.Parse(Holzinger).Fit(Data(model), options with { Ridge = 0.1 }),
            "equal" => ModelSpecification.Parse("visual =~ x1 + x2 + x3\ntextual =~ a*x4 + a*x5 + a*x6\nspeed =~ x7 + x8 + x9\n").Fit(Data(model), options),
            "configural" => ModelSpecification.Parse(Holzinger).Fit(Data(model), options, null, "school"),
            "loadings" => ModelSpecification.Parse(Holzinger).Fit(Data(model), options, new() { GroupEqual = [GroupEquality.Loadings] }, "school"),
            _ => ModelSpecification.Parse(Holzinger).Fit(Data(model), options),
        };
    }

    private static DataTable Data(string model) => DataTable.Read(
        model == "democracy" ? Repository.Path("data", "examples", "political-democracy.csv") : Repository.Fixture("studies", "holzinger-swineford.csv"));
}
