using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class CentralDifferenceTests
{
    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(2.5, 1.0)]
    [InlineData(-300.0, 0.01)]
    public void Walk_PolynomialOfFourthDegree_IsExactButForRounding(double x, double unit)
    {
        var expected = (4 * x * x * x) - (6 * x * x) + 5;
        Assert.Equal(expected, Slope(point => Math.Pow(point[1], 4) - (2 * Math.Pow(point[1], 3)) + (5 * point[1]), x, unit), 1e-9 * Math.Max(1, Math.Abs(expected)));
    }

    [Fact]
    public void Walk_Exponential_HasElevenDigits() => Assert.Equal(1, Slope(point => Math.Exp(point[1]), 1.3, 1) / Math.Exp(1.3), 1e-11);

    [Fact]
    public void Walk_LeavesThePointAsItWas()
    {
        double[] point = [1, 0.1, 3];
        CentralDifference.Walk(point, 1, 0.3, _ => { });
        Assert.Equal([1, 0.1, 3], point);
    }

    private static double Slope(Func<double[], double> function, double x, double unit)
    {
        double[] point = [7, x];
        var (sum, width) = (0.0, CentralDifference.Width(x, unit));
        CentralDifference.Walk(point, 1, width, weight => sum += weight * function(point) / width);
        return sum;
    }
}
