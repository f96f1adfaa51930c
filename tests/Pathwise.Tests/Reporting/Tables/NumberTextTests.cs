using Pathwise.Reporting.Tables;
using Xunit;

namespace Pathwise.Tests.Reporting.Tables;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0.0744, ".074")]
    [InlineData(0.0009999, "< .001")]
    [InlineData(0.001, ".001")]
    [InlineData(0.0, "< .001")]
    [InlineData(1.0, "> .999")]
    [InlineData(0.9991, "> .999")]
    [InlineData(null, "–")]
    [InlineData(double.NaN, "–")]
    public void PValue_IsShownWithThreeDecimalsOrAsABound(double? value, string expected) =>
        Assert.Equal(expected, NumberText.PValue(value));

    [Fact]
    public void PValue_LeadingZeroKept_WritesIt()
    {
        Assert.Equal("0.074", NumberText.PValue(0.0744, LeadingZero.Kept));
        Assert.Equal("< 0.001", NumberText.PValue(0, LeadingZero.Kept));
    }

    [Fact]
    public void Number_Bounded_LosesItsLeadingZeroByConvention()
    {
        Assert.Equal("-.45", NumberText.Number(-0.448, 2, isBounded: true));
        Assert.Equal("-0.45", NumberText.Number(-0.448, 2, isBounded: true, LeadingZero.Kept));
        Assert.Equal("-0.45", NumberText.Number(-0.448, 2));
        Assert.Equal("1.00", NumberText.Number(1, 2, isBounded: true));
        Assert.Equal("–", NumberText.Number(null, 2));
    }

    [Fact]
    public void Interval_StandsInBrackets()
    {
        Assert.Equal("[0.26, 0.69]", NumberText.Interval(0.261, 0.690, 2));
        Assert.Equal("[–, 0.69]", NumberText.Interval(null, 0.690, 2));
        Assert.Equal("–", NumberText.Interval(null, null, 2));
    }
}
