using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Pathwise.Sem.Categorical;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class GreenYangOmegaTests
{
    private static readonly double[] Answers = [1, 1, 2, 2, 2, 5, 5, 5, 5, 2];

    [Fact]
    public void Covariance_AtACorrelationOfOne_IsTheVarianceOfTheAnswers()
    {
        // Also where answers between were not chosen.
        var item = new OrderedMargin("x", Answers);
        var mean = Answers.Average();
        Assert.Equal(Answers.Average(value => (value - mean) * (value - mean)), GreenYangOmega.Covariance(item, item, 1), 1e-13);
        Assert.Equal(0, GreenYangOmega.Covariance(item, item, 0), 1e-15);
    }

    [Fact]
    public void Omega_OfPerfectLoadings_IsOne()
    {
        var item = new OrderedMargin("x", Answers);
        var one = Matrix<double>.Build.Dense(2, 2, 1);
        Assert.Equal(1, GreenYangOmega.Of([item, item], one, [1, 1])!.Value, 1e-14);
        Assert.Equal(0, GreenYangOmega.Of([item, item], one, [0, 0])!.Value, 1e-14);
    }
}
