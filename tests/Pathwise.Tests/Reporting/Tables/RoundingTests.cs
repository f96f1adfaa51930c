using System.Globalization;
using CsCheck;
using Pathwise.Reporting.Tables;
using Xunit;

namespace Pathwise.Tests.Reporting.Tables;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(2.675, 2, "2.68")] // the nearest double is 2.67499999999999982
    [InlineData(1.005, 2, "1.01")]
    [InlineData(-2.675, 2, "-2.68")]
    [InlineData(0.0005, 3, "0.001")]
    [InlineData(2.5, 0, "3")]
    [InlineData(-0.0004, 3, "0.000")]
    [InlineData(38.1252, 3, "38.125")]
    [InlineData(1e-300, 3, "0.000")]
    [InlineData(123456789.125, 2, "123456789.13")]
    [InlineData(1.5e21, 2, "1.5e+21")]
    [InlineData(double.PositiveInfinity, 2, "∞")]
    [InlineData(double.NegativeInfinity, 2, "-∞")]
    [InlineData(double.NaN, 2, "–")]
    public void Text_Value_IsRoundedHalfAwayOnItsDecimals(double value, int decimals, string expected) =>
        Assert.Equal(expected, Rounding.Text(value, decimals));

    [Fact]
    public void Text_AnyDecimalEndingInFive_IsRoundedAwayFromZero() =>
        Gen.Select(Gen.Int[0, 9_999_999], Gen.Int[1, 6]).Sample((digits, decimals) =>
        {
            var text = (((decimal)digits * 10) + 5) / Power(decimals + 1);
            var value = double.Parse(text.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            var expected = ((digits + 1) / Power(decimals)).ToString("F" + decimals, CultureInfo.InvariantCulture);
            return Rounding.Text(value, decimals) == expected;
        });

    [Fact]
    public void Text_NegativeDecimals_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Text(1, -1));

    private static decimal Power(int exponent) => exponent == 0 ? 1 : 10 * Power(exponent - 1);
}
