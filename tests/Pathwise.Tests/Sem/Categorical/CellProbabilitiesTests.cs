using Pathwise.Numerics;
using Pathwise.Sem.Categorical;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class CellProbabilitiesTests
{
    private static readonly OrderedMargin First = new("x", [1, 1, 1, 2, 2, 2, 2, 3, 3, 4]), Second = new("y", [1, 2, 2, 2, 2, 2, 2, 2, 2, 3]);

    private static readonly (int Row, int Column)[] Table = [.. Enumerable.Range(0, 12).Select(i => (i / 3, i % 3))];

    [Fact]
    public void Cells_HoweverTheCorrelationWasReached_AreThoseOfTheDistribution()
    {
        var cells = Cells();
        foreach (var rho in new[] { 0.2, 0.35, 0.36, 0.3600001, 0.37, 0.9, 0.95, 0.91, -0.5, -0.98, -0.7, 0.0 })
        {
            cells.MoveTo(rho);
            foreach (var (a, b) in Table)
            {
                var cell = cells.Cell(a, b);
                Assert.Equal(Rectangle(rho, a, b), cells.Probability(cell), 3e-15);
                Assert.Equal((Rectangle(rho + 1e-4, a, b) - Rectangle(rho - 1e-4, a, b)) / 2e-4, cells.Slope(cell), 2e-5);
            }
        }
    }

    [Fact]
    public void Curvatures_AreTheSlopesOfTheSlopes()
    {
        var cells = Cells();
        double[] At(double rho)
        {
            cells.MoveTo(rho);
            return [.. Table.Select(place => cells.Slope(cells.Cell(place.Row, place.Column)))];
        }

        var (above, below) = (At(0.4001), At(0.3999));
        cells.MoveTo(0.4);
        Assert.All(
            Table.Select((place, i) => (curvature: cells.Curvature(cells.Cell(place.Row, place.Column)), slope: (above[i] - below[i]) / 2e-4)),
            each => Assert.Equal(each.slope, each.curvature, 1e-7));
    }

    // What the probability of a cell gains as a threshold moves, over the density of that threshold.
    [Fact]
    public void Conditions_AreSlopesByThresholds()
    {
        const double rho = 0.4, step = 1e-5;
        var cells = Cells();
        cells.MoveTo(rho);
        cells.Condition();
        for (var t = 0; t < First.Parameters; t++)
        {
            for (var b = 0; b < 3; b++)
            {
                double Below(double x) => BivariateNormal.Cdf(x, Limit(Second, b), rho) - BivariateNormal.Cdf(x, Limit(Second, b - 1), rho);
                var x = First.Thresholds[t];
                Assert.Equal((Below(x + step) - Below(x - step)) / (2 * step * NormalDistribution.Density(x)), cells.GivenFirst(t, b), 1e-8);
            }
        }

        for (var a = 0; a < 4; a++)
        {
            double Below(double y) => BivariateNormal.Cdf(Limit(First, a), y, rho) - BivariateNormal.Cdf(Limit(First, a - 1), y, rho);
            var y = Second.Thresholds[1];
            Assert.Equal((Below(y + step) - Below(y - step)) / (2 * step * NormalDistribution.Density(y)), cells.GivenSecond(a, 1), 1e-8);
        }
    }

    [Fact]
    public void Take_OfOtherVariables_ForgetsTheFirstOnes()
    {
        var (used, fresh) = (new CellProbabilities(4, 4), new CellProbabilities(3, 4));
        used.Take(First.Scale, First.Scale);
        used.MoveTo(0.8);
        used.Take(Second.Scale, First.Scale);
        fresh.Take(Second.Scale, First.Scale);
        used.MoveTo(0.3);
        fresh.MoveTo(0.3);
        Assert.Equal(fresh.Probability(fresh.Cell(2, 3)), used.Probability(used.Cell(2, 3)));
        Assert.Equal(fresh.Slope(fresh.Cell(0, 1)), used.Slope(used.Cell(0, 1)));
    }

    private static CellProbabilities Cells()
    {
        var cells = new CellProbabilities(4, 3);
        cells.Take(First.Scale, Second.Scale);
        return cells;
    }

    private static double Rectangle(double rho, int a, int b) => Corner(rho, a, b) - Corner(rho, a - 1, b) - Corner(rho, a, b - 1) + Corner(rho, a - 1, b - 1);

    private static double Corner(double rho, int a, int b) => BivariateNormal.Cdf(Limit(First, a), Limit(Second, b), rho);

    private static double Limit(OrderedMargin margin, int c) =>
        c < 0 ? double.NegativeInfinity : c < margin.Parameters ? margin.Thresholds[c] : double.PositiveInfinity;
}
