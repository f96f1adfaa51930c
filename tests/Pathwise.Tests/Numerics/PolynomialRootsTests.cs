using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class PolynomialRootsTests
{
    [Theory]
    [InlineData(new double[] { }, new double[] { })]
    [InlineData(new[] { 2.0 }, new double[] { })]
    [InlineData(new[] { 1.0, 2, 0 }, new[] { -0.5 })]
    [InlineData(new[] { 5.0, 1 }, new double[] { })]
    [InlineData(new[] { 1.0, 0, 1 }, new double[] { })]
    [InlineData(new[] { -0.25, 0, 1 }, new[] { -0.5, 0.5 })]
    [InlineData(new[] { 0.0, -0.04, 0, 1 }, new[] { -0.2, 0, 0.2 })]
    [InlineData(new[] { 0.0025, 0, -0.26, 0, 1 }, new[] { -0.5, -0.1, 0.1, 0.5 })]
    public void Between_KnownRoots_AreFound(double[] coefficients, double[] roots)
    {
        var found = PolynomialRoots.Between(coefficients, -1, 1);
        Assert.Equal(roots.Length, found.Count);
        Assert.All(found.Zip(roots), pair => Assert.Equal(pair.Second, pair.First, 12));
        Assert.All(found, root => Assert.Equal(0, PolynomialRoots.Value(coefficients, root), 14));
    }

    [Fact]
    public void Through_PointsOfAPolynomial_GivesIt()
    {
        double[] own = [1, -2, 0.5, 3], x = [-0.9, -0.3, 0.4, 1];
        var found = PolynomialRoots.Through(x, [.. x.Select(at => PolynomialRoots.Value(own, at))]);
        Assert.All(found.Zip(own), pair => Assert.Equal(pair.Second, pair.First, 12));
    }
}
