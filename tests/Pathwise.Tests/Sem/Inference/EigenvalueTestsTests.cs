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
    [InlineData("holzinger")]
    [InlineData("democracy")]
    [InlineData("loadings")]
    [InlineData("path")]
    public void Tests_OfTextbookModels_AreThoseOfLavaansMatrices(string model)
    {
        var fit = Fit(model);
        var expected = File.ReadLines(Repository.Fixture("lavaan", "eigenvalues", "eigenvalues.csv")).Select(line => line.Split(',')).Where(cells => cells[0] == model)
            .ToDictionary(cells => cells[1], cells => (Value: double.Parse(cells[2], CultureInfo.InvariantCulture), P: cells[3]));
        Assert.All(ResidualSpectrum.Of(fit)!.Index(), each => Assert.Equal(1, each.Item / expected[$"lambda{each.Index + 1}"].Value, 2e-5));
        var tests = fit.EigenvalueTestsOfFit();
        Assert.Equal(18, tests.Count);
        foreach (var (name, test) in tests)
        {
            Assert.Equal(1, test.Value!.Value / expected[name].Value, 2e-6);
            Assert.Equal(1, test.PValue!.Value / double.Parse(expected[name].P, CultureInfo.InvariantCulture), 5e-5);
        }
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

    private static FitResult Fit(string model, Estimator estimator = Estimator.MLM)
    {
        var options = new EstimationOptions { Estimator = estimator };
        return model switch
        {
            "democracy" => ModelSpecification.Parse(Democracy).Fit(Data(model), options),
            "path" => ModelSpecification.Parse("x9 ~ x1 + x2\nx8 ~ x9 + x3\n").Fit(Data(model), options, new() { FixedX = false }),
            "loadings" => ModelSpecification.Parse(Holzinger).Fit(Data(model), options, new() { GroupEqual = [GroupEquality.Loadings] }, "school"),
            _ => ModelSpecification.Parse(Holzinger).Fit(Data(model), options),
        };
    }

    private static DataTable Data(string model) => DataTable.Read(
        model == "democracy" ? Repository.Path("data", "examples", "political-democracy.csv") : Repository.Fixture("studies", "holzinger-swineford.csv"));
}
