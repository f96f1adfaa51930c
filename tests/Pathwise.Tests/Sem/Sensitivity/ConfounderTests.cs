using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Sensitivity;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

/// <summary>Every formula against a population whose confounder is known: what it says of the data without the confounder is what the confounder does.</summary>
public sealed class ConfounderTests
{
    private static readonly SensitivityOptions Options = new() { Effect = "x -> m -> y" };

    [Theory]
    [InlineData(0.5, 0.4)]
    [InlineData(-0.3, 0.8)]
    public void Rho_OfAConfounder_GivesTheTrueEffectAndTheProductOfItsShares(double um, double uy)
    {
        var (sample, _) = Mediations.Confounded(0, um, uy);
        var fit = ModelSpecification.Parse("m ~ x\ny ~ x + m").Fit(sample);
        var result = fit.Sensitivity(Options with { Correlations = [um * uy / Math.Sqrt((um * um + 0.8) * (uy * uy + 0.9))] });
        var point = Assert.Single(result.Curve);
        Oracle.Near(0.5 * 0.4, point.Indirect, 1e-6);
        Oracle.Near(0.2, point.Direct, 1e-6);

        // Imai, Keele and Yamamoto: rho squared is the product of the shares of the disturbances that U explains.
        Oracle.Near(um * um / (um * um + 0.8) * (uy * uy / (uy * uy + 0.9)), point.Rho * point.Rho, 1e-12);
    }

    [Fact]
    public void TotalShare_IsTheProductOfSharesOfWholeVariances()
    {
        // A confounder of just the strength that makes the effect zero: its shares of the variances of M and Y, given X.
        var (sample, _) = Mediations.Confounded(0, 0.5, 0.4);
        var zero = ModelSpecification.Parse("m ~ x\ny ~ x + m").Fit(sample).Sensitivity(Options).Zero;
        var (varianceM, varianceY) = (sample.Covariance[1, 1], sample.Covariance[2, 2]);
        var fit = ModelSpecification.Parse("m ~ x\ny ~ x + m").Fit(sample);
        var (left, right) = (Mediations.Value(fit, "m", Operator.Covariance, "m"), Mediations.Value(fit, "y", Operator.Covariance, "y"));
        Oracle.Near(zero.Rho!.Value * zero.Rho.Value * left * right / (varianceM * varianceY), zero.TotalShare, 1e-9);
    }

    [Theory]
    [InlineData(0.5, 0.4)]
    [InlineData(0.3, 0.8)]
    public void Shares_OfAConfounderOfMediatorAndOutcome_GiveTheTruePath(double um, double uy)
    {
        var (sample, all) = Mediations.Confounded(0, um, uy);
        var path = ModelSpecification.Parse("m ~ x\ny ~ x + m").Fit(sample).Sensitivity(Options).Paths.Single(each => each.Path == "m -> y");
        Oracle.Near(0.4, path.Coefficient(Share(all, 2, [1]), Share(all, 3, [1, 2])), 1e-6);
        Oracle.Near(0.2, path.Indirect(Share(all, 2, [1]), Share(all, 3, [1, 2])) * 0.5 / Mediations.Value(ModelSpecification.Parse("m ~ x\ny ~ x + m").Fit(sample), "m", Operator.Regression, "x"), 1e-6);
    }

    // The same in drawn cases, with the shares that the confounder has in them: the bias formula is exact in every sample.
    [Fact]
    public void Shares_OfASimulatedConfounder_GiveThePathOfTheRegressionThatHasIt()
    {
        var stream = RandomStream.For(20261129, 0);
        var cases = new double[400, 4];
        for (var i = 0; i < 400; i++)
        {
            var (u, x) = (stream.NextNormal(), stream.NextNormal());
            var m = (0.5 * x) + (0.6 * u) + stream.NextNormal();
            (cases[i, 0], cases[i, 1], cases[i, 2], cases[i, 3]) = (u, x, m, (0.4 * m) + (0.2 * x) + (0.5 * u) + stream.NextNormal());
        }

        var sample = SampleMoments.OfCases(["u", "x", "m", "y"], Matrix<double>.Build.DenseOfArray(cases), Divisor.Count);
        var path = ModelSpecification.Parse("m ~ x\ny ~ x + m").Fit(sample).Sensitivity(Options).Paths.Single(each => each.Path == "m -> y");
        var truth = Mediations.Value(ModelSpecification.Parse("y ~ x + m + u").Fit(sample), "y", Operator.Regression, "m");
        Oracle.Near(truth, path.Coefficient(Share(sample.Covariance, 2, [1]), Share(sample.Covariance, 3, [1, 2])), 1e-7);
        Assert.True(path.Estimate > truth + 0.1);
    }

    [Fact]
    public void Shares_OfAConfounderOfCauseAndMediator_GiveTheTruePath()
    {
        var (sample, all) = Mediations.Confounded(0.6, 0.5, 0);
        var path = ModelSpecification.Parse("m ~ x\ny ~ x + m").Fit(sample).Sensitivity(Options).Paths.Single(each => each.Path == "x -> m");
        Oracle.Near(0.5, path.Coefficient(Share(all, 1, []), Share(all, 2, [1])), 1e-6);
    }

    [Fact]
    public void Phantom_WithTheConfoundersEffects_GivesTheTrueEffect()
    {
        var (sample, _) = Mediations.Confounded(0.3, 0.5, 0.4);
        var fit = ModelSpecification.Parse("m ~ x\ny ~ x + m").Fit(sample, completion: new() { FixedX = false });
        double Standardized(int i, double effect) => effect / Math.Sqrt(sample.Covariance[i, i]);
        var phantom = fit.Sensitivity(Options with { Phantom = new Dictionary<string, double> { ["x"] = Standardized(0, 0.3), ["m"] = Standardized(1, 0.5), ["y"] = Standardized(2, 0.4) } }).Phantom!;
        Oracle.Near(0.2, phantom.Indirect, 1e-6);
        Oracle.Near(0, phantom.ChiSquare, 1e-6);
        Oracle.Near(0.5, phantom.Loadings["m"], 1e-9);
    }

    [Fact]
    public void Between_CauseAndMediator_UndoesTheirConfounder()
    {
        var (sample, _) = Mediations.Confounded(0.6, 0.5, 0);
        var fit = ModelSpecification.Parse("m ~ x\ny ~ x + m").Fit(sample, completion: new() { FixedX = false });
        var rho = 0.6 * 0.5 / Math.Sqrt((0.36 + 1.2) * (0.25 + 0.8));
        var result = fit.Sensitivity(Options with { Between = "x ~~ m", Correlations = [rho] });
        Oracle.Near(0.2, result.Curve[0].Indirect, 1e-6);
        Assert.Equal("x ~~ m", result.Between);
    }

    // The share of a variable's variance that U (position 0) explains, given others.
    private static double Share(Matrix<double> all, int variable, int[] given)
    {
        var none = Matrix<double>.Build.DenseIdentity(4);
        var at = new StructuralMoments(none, none, none, all);
        return 1 - (at.Variance(variable, [0, .. given]) / at.Variance(variable, given));
    }
}
