using System.Globalization;
using CsCheck;
using Pathwise.Auditing.Reported;
using Pathwise.Numerics;
using Pathwise.Reporting.Tables;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class DecimalRoundingTests
{
    [Theory]
    [InlineData(.125, 2, "0.13")]
    [InlineData(-.125, 2, "-0.13")]
    [InlineData(2.5, 0, "3")]
    [InlineData(.145, 2, "0.15")]
    [InlineData(2.675, 2, "2.68")]
    [InlineData(1.005, 2, "1.01")]
    [InlineData(-.0001, 3, "0.000")]
    [InlineData(0, 2, "0.00")]
    [InlineData(1e22, 1, "10000000000000000000000.0")]
    [InlineData(5e-324, 3, "0.000")]
    [InlineData(169.04, 2, "169.04")]
    public void Text_AValue_RoundsItsShortestTextHalfAwayFromZero(double value, int decimals, string expected) =>
        Assert.Equal(expected, DecimalRounding.Text(value, decimals));

    [Fact]
    public void Text_EnoughDecimals_ReadsBackAsTheSameValue() =>
        Gen.Double[-1e6, 1e6].Sample(value => double.Parse(DecimalRounding.Text(value, 30), CultureInfo.InvariantCulture) == value || Math.Abs(value) < 1e-12);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Text_NoFiniteValue_IsRefused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DecimalRounding.Text(value, 2));

    [Theory]
    [InlineData(1250, -2, 13)]
    [InlineData(-1249, -2, -12)]
    [InlineData(5.8e-48, 49, 58)]
    public void Scaled_AnyPlace_RoundsToIt(double value, int decimals, int expected) =>
        Assert.Equal(expected, (int)DecimalRounding.Scaled(value, decimals));

    [Fact]
    public void TablesAndScorecards_OneNumber_PrintTheSameDigits()
    {
        // Halves of the last digit, and a value just beside each: where rules of rounding part.
        for (var thousandths = 5; thousandths < 10_000; thousandths += 10)
        {
            foreach (var value in new[] { thousandths / 1000.0, Math.BitDecrement(thousandths / 1000.0), Math.BitIncrement(thousandths / 1000.0) })
            {
                var table = NumberText.Number(value, 2);
                Assert.Equal(table, ReportedNumber.Parse("1.00").Print(value));
                Assert.True(ReportedNumber.Parse(table).IsMetBy(value));
            }
        }
    }
}
