using Pathwise.Sem.Categorical;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class PearsonLikelihoodTests
{
    private static readonly double[] X = [0.3, -1.2, 0.8, 1.9, -0.4, 0.1], Y = [0.5, -0.2, 0.1, 2.5, -1, 0.4];

    [Fact]
    public void Correlation_OfCompleteCases_IsPearsons()
    {
        double x = X.Average(), y = Y.Average();
        var expected = X.Zip(Y, (a, b) => (a - x) * (b - y)).Sum() / Math.Sqrt(X.Sum(a => (a - x) * (a - x)) * Y.Sum(b => (b - y) * (b - y)));
        Assert.Equal(expected, Of(X, Y).Correlation, 1e-14);
    }

    [Fact]
    public void Correlation_WithAMissingValue_IsAtTheTopOfTheLikelihood()
    {
        double[] gap = [.. Y[..5], double.NaN];
        var (first, second) = (new ContinuousMargin("x", X), new ContinuousMargin("y", gap));
        var found = new PearsonLikelihood(first, second).Correlation;
        double Likelihood(double r) => Enumerable.Range(0, 5).Sum(i =>
        {
            var (a, b) = (first.Deviates[i], second.Deviates[i]);
            return (-0.5 * Math.Log(1 - (r * r))) - (((a * a) - (2 * r * a * b) + (b * b)) / (2 * (1 - (r * r))));
        });
        Assert.True(Likelihood(found) > Likelihood(found + 1e-5) && Likelihood(found) > Likelihood(found - 1e-5));
    }

    [Fact]
    public void Correlation_OfProportionalVariables_IsNearOne() =>
        Assert.Equal(CorrelationOutcome.NearOne, Of(X, Array.ConvertAll(X, value => 2 * value)).Outcome);

    private static PearsonLikelihood Of(double[] x, double[] y) => new(new("x", x), new("y", y));
}
