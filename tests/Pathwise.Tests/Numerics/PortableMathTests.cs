using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class PortableMathTests
{
    [Fact]
    public void Exp_AgainstThePlatform_DiffersByOneUnitInTheLastPlaceAtMost()
    {
        var stream = RandomStream.For(1, 0);
        for (var i = 0; i < 200_000; i++)
        {
            var x = (stream.NextUniform() - 0.5) * (i % 2 == 0 ? 1400 : 4);
            AssertClose(Math.Exp(x), PortableMath.Exp(x));
        }
    }

    [Fact]
    public void Log_AgainstThePlatform_DiffersByOneUnitInTheLastPlaceAtMost()
    {
        var stream = RandomStream.For(2, 0);
        for (var i = 0; i < 200_000; i++)
        {
            var x = i % 2 == 0 ? BitConverter.UInt64BitsToDouble(stream.NextBits() >> 1) : 0.5 + (1.5 * stream.NextUniform());
            if (double.IsFinite(x))
                AssertClose(Math.Log(x), PortableMath.Log(x));
        }
    }

    [Theory]
    [InlineData(2, 10, 1024)]
    [InlineData(-3, 3, -27)]
    [InlineData(2, -2, 0.25)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 0.5, 0)]
    [InlineData(2, 0.5, 1.4142135623730951)]
    [InlineData(10, 100, 1e100)]
    [InlineData(-2, 0.5, double.NaN)]
    public void Power_WholeAndBrokenExponents_IsThePower(double x, double y, double expected)
    {
        var power = PortableMath.Power(x, y);
        Assert.True(double.IsNaN(expected) ? double.IsNaN(power) : Math.Abs(power - expected) <= 1e-13 * Math.Abs(expected), $"{power:R}");
    }

    [Theory]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(1, 0)]
    [InlineData(5e-324, -744.4400719213812)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Log_AtTheEdges_IsExact(double x, double expected) => Assert.Equal(expected, PortableMath.Log(x));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-800, 0)]
    [InlineData(800, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp_AtTheEdges_IsExact(double x, double expected) => Assert.Equal(expected, PortableMath.Exp(x));

    // Subnormal results are rounded twice.
    private static void AssertClose(double expected, double actual) =>
        Assert.True(
            Math.Abs(expected - actual) <= Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected) + double.Epsilon,
            $"{actual:R} is not within a unit of {expected:R}");
}
