using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Sensitivity;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class MediatorPlaneTests
{
    private static readonly SensitivityOptions Options = new() { Effect = "collaboration -> ... -> performance" };

    [Fact]
    public void Of_TwoMediators_TakeFromTheEffectWhatRefitsTake()
    {
        var (fit, paths, at) = Mediations.Begin(Mediations.SecondOrder, Mediations.Study, Options);
        var shares = MediatorPlane.Of(at, paths);
        Assert.Equal(["alignment", "conflict"], shares.Select(each => each.Mediator));
        var refit = Mediations.Fit($"{Mediations.SecondOrder}\nalignment ~~ 0.03 * performance\nconflict ~~ -0.05 * performance", Mediations.Study);
        Oracle.Near(Mediations.ChiSquare(fit), Mediations.ChiSquare(refit), 1e-9);
        var expected = ConfoundedEquation.Value(at, paths) - (0.03 * shares[0].Weight) + (0.05 * shares[1].Weight);
        Oracle.Near(expected, ConfoundedEquation.Value(StructuralMoments.Of(refit.Implied(1)), paths), 1e-6);
    }

    [Fact]
    public void SmallestShare_IsTheSmallestThatASearchOfThePlaneFinds()
    {
        var (_, paths, at) = Mediations.Begin(Mediations.SecondOrder, Mediations.Study, Options);
        var weights = MediatorPlane.Of(at, paths).Select(each => each.Weight).ToArray();
        var acting = StructuralMoments.Part(at.Totals, paths.Parents, paths.Sources);
        var metric = acting.Transpose() * StructuralMoments.Part(at.Covariance, paths.Parents, paths.Parents).Solve(acting);
        var effect = ConfoundedEquation.Value(at, paths);
        var residual = at.Disturbances[paths.Target, paths.Target];
        var smallest = double.PositiveInfinity;
        for (var first = -400; first <= 400; first++)
        {
            // Covariances on the plane w'psi = e0; the outcome's disturbance variance is psi_yy plus what they explain.
            var one = first / 400.0;
            var psi = Vector<double>.Build.DenseOfArray([one, (effect - (weights[0] * one)) / weights[1]]);
            var explained = psi * metric * psi;
            smallest = Math.Min(smallest, explained / (residual + explained));
        }

        Assert.InRange(smallest - MediatorPlane.SmallestShare(at, paths)!.Value, -1e-9, 1e-3);
    }
}
