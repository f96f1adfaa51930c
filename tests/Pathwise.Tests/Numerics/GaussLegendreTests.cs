using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class GaussLegendreTests
{
    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(20)]
    public void Rule_OfPolynomialsUpToItsDegree_IsExact(int points)
    {
        var rule = points switch { 6 => GaussLegendre.Six, 12 => GaussLegendre.Twelve, _ => GaussLegendre.Twenty };
        Assert.Equal(points, rule.Points.Length);
        Assert.Equal(rule.Points.Order(), rule.Points);
        for (var degree = 0; degree < 2 * points; degree++)
        {
            var sum = rule.Points.Zip(rule.Weights, (point, weight) => weight * Math.Pow(point, degree)).Sum();
            Assert.Equal(degree % 2 == 0 ? 2.0 / (degree + 1) : 0, sum, 1e-15);
        }
    }
}
