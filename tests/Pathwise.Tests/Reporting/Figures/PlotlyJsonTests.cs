using Pathwise.Reporting.Figures;
using Xunit;

namespace Pathwise.Tests.Reporting.Figures;

public sealed class PlotlyJsonTests
{
    [Theory]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(0.61271471612852012, "0.612714716")]
    [InlineData(-1234567890.5, "-1.23456789E+09")]
    [InlineData(1e-12, "1E-12")]
    [InlineData(42.0, "42")]
    public void Of_Numbers_KeepNineSignificantDigits(double value, string expected) => Assert.Equal(expected, PlotlyJson.Of(value));

    [Fact]
    public void Of_NestedValues_RoundsEveryNumberAndEscapesMarkup()
    {
        var json = PlotlyJson.Of(new Dictionary<string, object?> { ["x"] = new double?[] { 1.0 / 3, null }, ["name"] = "<b>&", ["width"] = 2.0 / 3 });
        Assert.Equal("{\"x\":[0.333333333,null],\"name\":\"\\u003Cb\\u003E\\u0026\",\"width\":0.666666667}", json);
    }
}
