using Pathwise.Numerics;
using Pathwise.Sem.Categorical;
using Pathwise.Tables;
using Pathwise.Teaching;
using Xunit;

namespace Pathwise.Tests.Teaching;

public sealed class LatentResponseTests
{
    private static readonly LatentResponse Response = Of(1, 1, 2, 2, 2, 3, 3, 3, 3, 5);

    [Fact]
    public void Shares_AtZero_AreThoseOfTheSample()
    {
        Assert.Equal([0.2, 0.3, 0.4, 0.1], Response.Observed);
        Assert.All(Response.Shares(0).Zip(Response.Observed), each => Assert.Equal(each.Second, each.First, 1e-14));
        Assert.Equal(2.5, Response.MeanAnswer(0), 1e-13);
    }

    [Theory]
    [InlineData(-0.7)]
    [InlineData(1.3)]
    public void Shares_AtAnyMean_AreAreasUnderTheCurve(double mean)
    {
        double[] ends = [-9, .. Response.Variable.Thresholds, 9];
        var areas = Enumerable.Range(0, 4).Select(c => Area(ends[c], ends[c + 1], mean)).ToList();
        Assert.All(Response.Shares(mean).Zip(areas), each => Assert.Equal(each.Second, each.First, 1e-8));
        Assert.Equal(areas[0] + (2 * areas[1]) + (3 * areas[2]) + (5 * areas[3]), Response.MeanAnswer(mean), 1e-7);
    }

    [Fact]
    public void Resampled_WithoutTheLowestAndOneBetween_KeepsTheOthersAsTheyAreEstimated()
    {
        var rows = Of(1, 2, 3, 4, 5, 5).Resampled(Of(2, 2, 4, 5, 5, 5));
        Assert.Equal([false, true, false, true], rows.Select(row => row.IsEstimated));
        Assert.Equal([true, false, false, false], rows.Select(row => row.IsBeyond));
        var (low, high) = (NormalDistribution.Quantile(2 / 6.0), NormalDistribution.Quantile(3 / 6.0));
        Assert.Equal([-4, low, low, high], rows.Select(row => row.Resampled));
        Assert.Equal([(0, 2), (2, 0), (0, 1), (1, 3)], rows.Select(row => (row.CountBelow, row.CountAbove)));
    }

    [Fact]
    public void Resampled_OfAnotherVariableOrOtherCategories_IsRefused()
    {
        Assert.Throws<InputException>(() => Response.Resampled(Of(1, 2, 4)));
        Assert.Contains("has its name", Assert.Throws<InputException>(() => Response.Resampled(Table(1, 2, 3).Polychoric(["x", "y"]).Response("y"))).Message, StringComparison.Ordinal);
    }

    private static LatentResponse Of(params double[] answers) => Table(answers).Polychoric(["x", "y"]).Response("x");

    private static DataTable Table(params double[] answers) => DataTable.Of(["x", "y"], ToCells(answers));

    private static double[,] ToCells(double[] answers)
    {
        var cells = new double[answers.Length, 2];
        for (var i = 0; i < answers.Length; i++)
            (cells[i, 0], cells[i, 1]) = (answers[i], i % 2);
        return cells;
    }

    // Simpson's rule.
    private static double Area(double from, double to, double mean)
    {
        const int steps = 400;
        var h = (to - from) / steps;
        return Enumerable.Range(0, steps + 1).Sum(i => (i is 0 or steps ? 1 : i % 2 == 1 ? 4 : 2) * NormalDistribution.Density(from + (i * h) - mean)) * h / 3;
    }
}
