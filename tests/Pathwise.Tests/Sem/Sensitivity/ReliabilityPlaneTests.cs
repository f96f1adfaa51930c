using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Sensitivity;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class ReliabilityPlaneTests
{
    // A population with a confounder and with error in the mediator, both known.
    [Theory]
    [InlineData(0.8, 0.5, 0.4)]
    [InlineData(0.7, 0, 0)]
    [InlineData(0.9, 0.3, -0.5)]
    public void Points_OfAKnownPopulation_GiveTheTrueEffectAtItsReliabilityAndCorrelation(double reliability, double um, double uy)
    {
        var (truth, _) = Mediations.Confounded(0, um, uy);
        var covariance = truth.Covariance.Clone();
        covariance[1, 1] /= reliability;
        var observed = SampleMoments.OfCovariance(["x", "m", "y"], covariance, 1000, divisor: Divisor.Count);
        var fit = ModelSpecification.Parse("m ~ x\ny ~ x + m").Fit(observed, completion: new() { FixedX = false });
        var options = new SensitivityOptions { Effect = "x -> m -> y", Reliabilities = [reliability] };
        var (paths, at) = (ConfoundedPaths.Of(fit, options), StructuralMoments.Of(fit.Implied(1)));
        var corrected = ConfoundedEquation.Of(at.Corrected(paths.Sources[0], reliability, paths.Target, paths.Parents), paths);
        var rho = um * uy / Math.Sqrt((um * um + 0.8) * (uy * uy + 0.9));
        Oracle.Near(0.2, corrected.Effect(rho), 1e-6);

        // Fritz, Kenny and MacKinnon: what is seen is rho' (b + psi / psi_mm), rho' = (reliability - R2) / (1 - R2).
        var r2 = 1 - (at.Disturbances[paths.Sources[0], paths.Sources[0]] / at.Covariance[paths.Sources[0], paths.Sources[0]]);
        var factor = (reliability - r2) / (1 - r2);
        Oracle.Near(factor * (0.4 + (um * uy / (um * um + 0.8))), Mediations.Value(fit, "y", Operator.Regression, "m"), 1e-6);
        var point = Assert.Single(ReliabilityPlane.Of(at, paths, options.Reliabilities));
        Oracle.Near(corrected.Estimate, point.Indirect, 1e-9);
        Oracle.Near(0, corrected.Effect(point.Zero!.Value), 1e-9);
        Oracle.Near(Mediations.Value(fit, "m", Operator.Regression, "x") * Mediations.Value(fit, "y", Operator.Regression, "m"), corrected.Effect(point.Cancelling!.Value), 1e-6);
    }

    [Fact]
    public void Of_AReliabilityBelowWhatTheCauseExplains_HasNoPoint()
    {
        var (_, paths, at) = Mediations.Begin("m ~ x\ny ~ x + m", Mediations.Observed, new() { Effect = "x -> m -> y" });
        Assert.Null(Assert.Single(ReliabilityPlane.Of(at, paths, [0.05])).Indirect);
    }

    [Fact]
    public void Of_SeveralMediators_IsNotDefined()
    {
        var (_, paths, at) = Mediations.Begin(Mediations.SecondOrder, Mediations.Study, new() { Effect = "collaboration -> ... -> performance" });
        Assert.Empty(ReliabilityPlane.Of(at, paths, [0.9]));
    }
}
