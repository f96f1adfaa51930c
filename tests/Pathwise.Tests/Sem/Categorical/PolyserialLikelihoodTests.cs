using Pathwise.Sem.Categorical;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class PolyserialLikelihoodTests
{
    private static readonly double[] X = [0.3, -1.2, 0.8, 1.9, -0.4, 0.1, 2.2, -0.9, 1.1, -2.0, 0.6], Y = [1, 1, 2, 3, 1, 2, 3, 2, 2, 1, 3];

    [Fact]
    public void Correlation_OfAnotherUnitOrDirection_IsTheSameBesideItsSign()
    {
        var correlation = Of(X, Y).Correlation;
        Assert.InRange(correlation, 0.6, 0.95);
        Assert.Equal(correlation, Of(Array.ConvertAll(X, value => 50 + (1000 * value)), Y).Correlation, 1e-12);
        Assert.Equal(-correlation, Of(X, Array.ConvertAll(Y, value => 4 - value)).Correlation, 1e-12);
    }

    [Fact]
    public void Correlation_OfAVariableThatTheCategoriesCut_EndsAtTheBound()
    {
        double[] sorted = [.. X.Order()], cut = [.. sorted.Select((_, i) => i < 4 ? 1.0 : i < 8 ? 2.0 : 3.0)];
        Assert.Equal(CorrelationOutcome.AtBound, Of(sorted, cut).Outcome);
    }

    [Fact]
    public void Influences_OfCompleteCases_SumToZero()
    {
        var row = new double[X.Length];
        Of(X, Y).WriteInfluence(row);
        Assert.Equal(0, row.Sum(), 1e-12);
    }

    private static PolyserialLikelihood Of(double[] x, double[] y) => new(new("x", x), new("y", y));
}
