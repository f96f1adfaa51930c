using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sensitivity;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class RefittedCurveTests
{
    // Two ways to one curve: where the equation is saturated, refits of every sample give what the closed form does.
    [Fact]
    public void Fit_OfASaturatedModel_IsTheClosedCurveWithItsIntervals()
    {
        var options = new SensitivityOptions { Effect = Mediations.Indirect, Correlations = [-0.6, -0.2, 0, 0.3, 0.6, 0.9, 0.96, 0.98], Bootstrap = new BootstrapOptions { Seed = 8, Replicates = 60, Rule = ImproperRule.Drop } };
        var (fit, paths, at) = Mediations.Begin(Mediations.Partial, Mediations.Democracy, options);
        var bootstrap = fit.Bootstrap(options.Bootstrap!);
        var closed = RhoCurve.Closed(at, paths, ConfoundedDraws.Of(bootstrap, paths, options), options, Mediations.ChiSquare(fit));
        var refitted = new RefittedCurve(fit, paths, options, bootstrap, changed => changed.Bootstrap(options.Bootstrap!)).Fit(at);
        var compared = 0;
        foreach (var (expected, actual) in closed.Points.Zip(refitted.Points))
        {
            Oracle.Near(expected.Indirect!.Value, actual.Indirect, 1e-6);
            Oracle.Near(expected.Standardized!.Value, actual.Standardized, 1e-6);
            Oracle.Near(expected.Direct!.Value, actual.Direct, 1e-6);
            Oracle.Near(expected.ChiSquare!.Value, actual.ChiSquare, 1e-9);
            Assert.True(actual.Draws >= 0.8 * expected.Draws, $"{actual.Draws} of {expected.Draws} samples at {expected.Rho}");
            if (expected.Draws != actual.Draws)
                continue;
            Oracle.Near(expected.Lower!.Value, actual.Lower, 1e-5);
            Oracle.Near(expected.Upper!.Value, actual.Upper, 1e-5);
            compared++;
        }

        Assert.True(2 * compared > closed.Points.Count, $"The intervals of {compared} of {closed.Points.Count} points were compared.");
        Oracle.Near(closed.Zero.Rho!.Value, refitted.Zero.Rho, 1e-6);
    }

    [Fact]
    public void Fit_OfFullMediation_FollowsTheChiSquare()
    {
        var options = new SensitivityOptions { Effect = Mediations.Indirect, Correlations = [-0.5, 0, 0.5] };
        var (fit, paths, at) = Mediations.Begin(Mediations.Full, Mediations.Democracy, options);
        var curve = new RefittedCurve(fit, paths, options, null, _ => null).Fit(at);
        Oracle.Near(Mediations.ChiSquare(fit), curve.Points[1].ChiSquare, 1e-8);
        Assert.True(curve.Points[2].ChiSquare > curve.Points[1].ChiSquare);
        Assert.Null(curve.Points[0].Lower);
        Assert.Null(curve.Points[0].Direct);
    }
}
