using Pathwise.Numerics;
using Pathwise.Sem.Categorical;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class CellProbabilitiesTests
{
    private static readonly OrderedMargin First = new("x", [1, 1, 1, 2, 2, 2, 2, 3, 3, 4]), Second = new("y", [1, 2, 2, 2, 2, 2, 2, 2, 2, 3]);

    [Fact]
    public void Cells_HoweverTheCorrelationWasReached_AreThoseOfTheDistribution()
    {
        var cells = new CellProbabilities(First, Second);
        foreach (var rho in new[] { 0.2, 0.35, 0.36, 0.9, 0.95, 0.91, -0.5, -0.98, -0.7, 0.0 })
        {
            cells.MoveTo(rho);
            for (var i = 0; i < cells.Cells.Length; i++)
            {
                var (a, b) = (i / 3, i % 3);
                Assert.Equal(Rectangle(rho, a, b), cells.Cells[i], 3e-15);
                Assert.Equal((Rectangle(rho + 1e-4, a, b) - Rectangle(rho - 1e-4, a, b)) / 2e-4, cells.CellSlopes[i], 2e-5);
            }
        }
    }

    [Fact]
    public void Curvatures_AreTheSlopesOfTheSlopes()
    {
        var cells = new CellProbabilities(First, Second);
        double[] At(double rho)
        {
            cells.MoveTo(rho);
            return [.. cells.CellSlopes];
        }

        var (above, below) = (At(0.4001), At(0.3999));
        cells.MoveTo(0.4);
        Assert.All(cells.CellCurvatures.Select((curvature, i) => (curvature, slope: (above[i] - below[i]) / 2e-4)), each => Assert.Equal(each.slope, each.curvature, 1e-7));
    }

    private static double Rectangle(double rho, int a, int b) => Corner(rho, a, b) - Corner(rho, a - 1, b) - Corner(rho, a, b - 1) + Corner(rho, a - 1, b - 1);

    private static double Corner(double rho, int a, int b) => BivariateNormal.Cdf(Limit(First, a), Limit(Second, b), rho);

    private static double Limit(OrderedMargin margin, int c) =>
        c < 0 ? double.NegativeInfinity : c < margin.Parameters ? margin.Thresholds[c] : double.PositiveInfinity;
}
