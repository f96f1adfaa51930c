using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Teaching;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots;

public sealed class ProductFigureTests
{
    [Fact]
    public void Draw_AProduct_CountsEveryDrawAndLaysACurveOfTheSameAreaOver()
    {
        var figure = ProductDistribution.Of((1, 1), (1, 1), 1000, seed: 2).Draw();
        var bars = figure.Marks.OfType<BarMarks>().Single();
        var curve = figure.Marks.OfType<LineMark>().Single();
        Assert.Equal(1000, bars.To.Sum());
        var step = curve.X[1] - curve.X[0];
        Assert.Equal(1000 * bars.Thickness / 0.96, curve.Y.Sum() * step, 0.03 * 1000 * bars.Thickness);
    }

    [Fact]
    public void Draw_TwoZeros_HaveNoNormalCurve() =>
        Assert.Empty(ProductDistribution.Of((0, 1), (0, 1), 1000, seed: 2).Draw().Marks.OfType<LineMark>());
}
