using Pathwise.Sem.Estimation;
using Pathwise.Sem.Sensitivity;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class ConfoundedEquationTests
{
    [Fact]
    public void Effect_OfPoliticalDemocracy_IsThatOfRefitsWithTheCovarianceFixedAndTheFitStays()
    {
        var (fit, paths, at) = Mediations.Begin(Mediations.Partial, Mediations.Democracy, new() { Effect = Mediations.Indirect });
        var equation = ConfoundedEquation.Of(at, paths);
        var a = Mediations.Value(fit, "dem60", Operator.Regression, "ind60");
        foreach (var covariance in new[] { -0.4, 0.3, 1.0 })
        {
            var refit = Mediations.Fit($"{Mediations.Partial}\ndem60 ~~ {covariance} * dem65", Mediations.Democracy);
            var rho = covariance / Math.Sqrt(Mediations.Value(refit, "dem60", Operator.Covariance, "dem60") * Mediations.Value(refit, "dem65", Operator.Covariance, "dem65"));
            Oracle.Near(Mediations.ChiSquare(fit), Mediations.ChiSquare(refit), 1e-9);
            Oracle.Near(a * Mediations.Value(refit, "dem65", Operator.Regression, "dem60"), equation.Effect(rho), 1e-6);
            Oracle.Near(Mediations.Value(refit, "dem65", Operator.Regression, "ind60"), equation.Direct(rho), 1e-6);

            // The published slope of this example: b = 0.837344 - v / 3.956032.
            Oracle.Near(0.837344 - (covariance / 3.956032), equation.Effect(rho) / a, 1e-5);
        }
    }

    [Fact]
    public void Zero_OfOneMediator_IsThePartialCorrelationOfMediatorAndOutcome()
    {
        var (_, paths, at) = Mediations.Begin(Mediations.Partial, Mediations.Democracy, new() { Effect = Mediations.Indirect });
        var given = at.Given([paths.Sources[0], paths.Target], [paths.Cause]);
        var equation = ConfoundedEquation.Of(at, paths);
        Oracle.Near(given[0, 1] / Math.Sqrt(given[0, 0] * given[1, 1]), equation.Zero, 1e-9);
        Oracle.Near(0, equation.Effect(equation.Zero), 1e-9);
        Oracle.Near(1, equation.Limit, 1e-9);
    }

    [Theory]
    [InlineData("plain", "m ~ x\ny ~ x + m")]
    [InlineData("covariate", "m ~ x + z\ny ~ x + m + z")]
    public void Effect_OfObservedVariables_IsThatOfTheIteratedRegressionsAndOfTheTheorem(string name, string model)
    {
        var oracle = Oracle.Read("sensitivity", "medsens.json");
        var (_, paths, at) = Mediations.Begin(model, Mediations.Observed, new() { Effect = "x -> m -> y" });
        var equation = ConfoundedEquation.Of(at, paths);
        foreach (var (i, rho) in oracle["rho"].Numbers.Index())
        {
            Oracle.Near(oracle[name]["effect"].Numbers[i], equation.Effect(rho), 1e-9);
            Oracle.Near(oracle[name]["theorem"].Numbers[i], equation.Effect(rho), 1e-9);
            Oracle.Near(oracle[name]["direct"].Numbers[i], equation.Direct(rho), 1e-9);
        }

        Oracle.Near(oracle[name]["zero"].Number, equation.Zero, 1e-9);
        var zero = RhoCurve.Closed(at, paths, null, new() { Effect = "x -> m -> y" }, 0).Zero;
        Oracle.Near(oracle[name]["totalShare"].Number, zero.TotalShare, 1e-9);
    }

    [Theory]
    [InlineData("collaboration -> alignment -> performance", null)]
    [InlineData("collaboration -> ... -> performance", null)]
    [InlineData("collaboration -> alignment -> performance", "collaboration ~~ alignment")]
    [InlineData("collaboration -> ... -> performance", "alignment + conflict ~~ performance")]
    public void Effect_OfASecondOrderOutcomeAndSeveralMediators_IsThatOfRefits(string effect, string? between)
    {
        var options = new SensitivityOptions { Effect = effect, Between = between };
        var (fit, paths, at) = Mediations.Begin(Mediations.SecondOrder, Mediations.Study, options);
        Assert.True(StructuralSaturation.Of(fit, paths, at).IsSaturated);
        var equation = ConfoundedEquation.Of(at, paths);
        foreach (var rho in new[] { -0.45, 0.2, 0.6 })
        {
            var changed = StructuralSaturation.Changed(at, paths, rho);
            var covariances = paths.Sources.Select(source => FormattableString.Invariant($"{paths.Names[source]} ~~ {changed.Disturbances[source, paths.Target]:R} * {paths.Names[paths.Target]}"));
            var refit = Mediations.Fit($"{Mediations.SecondOrder}\n{string.Join("\n", covariances)}", Mediations.Study);
            Oracle.Near(Mediations.ChiSquare(fit), Mediations.ChiSquare(refit), 1e-9);
            Oracle.Near(ConfoundedEquation.Value(StructuralMoments.Of(refit.Implied(1)), paths), equation.Effect(rho), 1e-6);
            Assert.All(paths.Sources, source => Oracle.Near(rho, Correlation(refit, source, paths.Target), 1e-6));
        }
    }

    [Fact]
    public void Effect_BeyondTheLimit_IsUndefined()
    {
        var (_, paths, at) = Mediations.Begin(Mediations.SecondOrder, Mediations.Study, new() { Effect = "collaboration -> ... -> performance" });
        var equation = ConfoundedEquation.Of(at, paths);
        Assert.InRange(equation.Limit, 0.3, 0.999);
        Assert.True(double.IsNaN(equation.Effect(equation.Limit + 0.001)));
        Assert.True(double.IsFinite(equation.Effect(equation.Limit - 0.001)));
    }

    private static double Correlation(FitResult fit, int one, int other)
    {
        var psi = StructuralMoments.Of(fit.Implied(1)).Disturbances;
        return psi[one, other] / Math.Sqrt(psi[one, one] * psi[other, other]);
    }
}
