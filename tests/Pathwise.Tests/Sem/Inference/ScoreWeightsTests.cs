using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ScoreWeightsTests
{
    private static readonly Pathwise.Sem.Estimation.FitResult Fit = Fits.Of("f =~ x1 + x2 + x3 + x4");

    // Thomson: phi l' Sigma^-1 d; Bartlett: the same over phi l' Sigma^-1 l phi, with the factor's own variance gone: (l' T^-1 l)^-1 l' T^-1 d.
    [Fact]
    public void Score_OneFactor_IsTheFormula()
    {
        var (implied, row) = (Fit.Implied(1), Fit.Sample[0].Cases!.Row(3));
        var lambda = Vector<double>.Build.Dense(implied.Lambda.ToArray());
        var theta = Vector<double>.Build.Dense(4, i => 1 / implied.Theta[i * 5]);
        var d = row - Fit.Sample[0].Means!;
        var regression = implied.Psi[0] * (lambda * Fit.ImpliedCovariance().Inverse() * d);
        var bartlett = lambda.PointwiseMultiply(theta) * d / (lambda.PointwiseMultiply(theta) * lambda);
        Oracle.Near(regression, new ScoreWeights(Fit, 1, ScoreMethod.Regression).Score(row)[0], 1e-10);
        Oracle.Near(bartlett, new ScoreWeights(Fit, 1, ScoreMethod.Bartlett).Score(row)[0], 1e-10);
    }
}
