using Pathwise.Sem.Categorical;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class PolychoricLikelihoodTests
{
    private static readonly double[] X = [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 2, 1, 3], Y = [1, 2, 1, 2, 1, 2, 3, 3, 2, 3, 3, 1, 1, 2];

    [Fact]
    public void Correlation_OfTurnedCategories_ChangesItsSign()
    {
        var turned = Array.ConvertAll(Y, value => -value);
        Assert.Equal(-Of(X, Y).Correlation, Of(X, turned).Correlation, 1e-13);
        Assert.Equal(Of(X, Y).Correlation, Of(Y, X).Correlation, 1e-13);
    }

    [Fact]
    public void Correlation_OfOtherNumbersInTheSameOrder_IsTheSame() =>
        Assert.Equal(Of(X, Y).Correlation, Of(Array.ConvertAll(X, value => Math.Pow(value, 5)), Y).Correlation, 1e-15);

    [Fact]
    public void Correlation_NearOne_IsFoundAndNamed()
    {
        // Three cases of each category have its neighbour's.
        double[] x = [.. Enumerable.Range(0, 200).Select(i => (double)(i / 50))], y = [.. x];
        for (var category = 1; category < 4; category++)
        {
            Array.Fill(y, category, (50 * category) - 3, 3);
            Array.Fill(y, category - 1, 50 * category, 3);
        }

        var pair = Of(x, y);
        Assert.Equal(CorrelationOutcome.NearOne, pair.Outcome);
        Assert.Equal(0.9940833, pair.Correlation, 1e-6); // lavaan 0.6-14, lavCor
        Assert.Equal(6, pair.EmptyCells);
    }

    [Fact]
    public void Influences_OfCompleteCases_SumToZero()
    {
        var row = new double[X.Length];
        Of(X, Y).WriteInfluence(row);
        Assert.Equal(0, row.Sum(), 1e-12);
    }

    private static PolychoricLikelihood Of(double[] x, double[] y) => new(new("x", x), new("y", y), EmptyCellRule.HalfInTwoByTwo);
}
