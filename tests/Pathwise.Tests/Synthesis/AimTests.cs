using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class AimTests
{
    [Theory]
    [InlineData(2.0, 0)]
    [InlineData(3.0, 1)]
    [InlineData(0.0, 4)]
    public void Loss_OfAWindow_IsTheSquaredDistanceFromItsMiddle(double value, double expected) => Assert.Equal(expected, new Aim(1, 3, 1).Loss(value));

    [Theory]
    [InlineData(5.0, 0)]
    [InlineData(4.0, 0)]
    [InlineData(3.0, 1)]
    [InlineData(2.0, 4)]
    public void Loss_OfASide_BeginsOneWidthInsideIt(double value, double expected)
    {
        Assert.Equal(expected, new Aim(3, double.PositiveInfinity, 1).Loss(value));
        Assert.Equal(expected, new Aim(double.NegativeInfinity, -3, 1).Loss(-value));
    }

    [Fact]
    public void Loss_OfASteepAim_AddsTheEighthPower()
    {
        Assert.Equal(4 + 256, new Aim(0, 0, 1, IsSteep: true).Loss(2));
        Assert.Equal(1 + 4, Aim.Loss([new(0, 0, 1), new(0, 0, 1)], [1, 2]));
    }
}
