using Pathwise.Reporting.Plots.Paths;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots.Paths;

public sealed class CubicCurveTests
{
    [Fact]
    public void At_EndsAndMiddle_AreThoseOfTheBernsteinForm()
    {
        (double, double)[] curve = [(0, 0), (0, 3), (6, 3), (6, 0)];
        Assert.Equal((0.0, 0.0), CubicCurve.At(curve, 0));
        Assert.Equal((6.0, 0.0), CubicCurve.At(curve, 1));
        Assert.Equal((3.0, 2.25), CubicCurve.At(curve, 0.5));
    }

    [Fact]
    public void At_AChainOfTwo_JoinsThemInTheMiddle()
    {
        (double, double)[] chain = [(0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (9, 0)];
        Assert.Equal((3.0, 0.0), CubicCurve.At(chain, 0.5));
        Assert.Equal((9.0, 0.0), CubicCurve.At(chain, 1));
    }
}
