using System.Globalization;
using CsCheck;
using Pathwise.Auditing;
using Xunit;

namespace Pathwise.Tests.Auditing;

public sealed class ExactRoundingTests
{
    [Theory]
    [InlineData(.125, 2, "0.13")]
    [InlineData(-.125, 2, "-0.13")]
    [InlineData(2.5, 0, "3")]
    [InlineData(.145, 2, "0.14")]
    [InlineData(1.005, 2, "1.00")]
    [InlineData(-.0001, 3, "0.000")]
    [InlineData(0, 2, "0.00")]
    [InlineData(1e22, 1, "10000000000000000000000.0")]
    [InlineData(5e-324, 3, "0.000")]
    [InlineData(169.04, 2, "169.04")]
    public void Text_AValue_RoundsItsExactExpansionHalfAwayFromZero(double value, int decimals, string expected) =>
        Assert.Equal(expected, ExactRounding.Text(value, decimals));

    [Fact]
    public void Text_EnoughDecimals_ReadsBackAsTheSameValue() =>
        Gen.Double[-1e6, 1e6].Sample(value => double.Parse(ExactRounding.Text(value, 30), CultureInfo.InvariantCulture) == value || Math.Abs(value) < 1e-12);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Text_NoFiniteValue_IsRefused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactRounding.Text(value, 2));
}
