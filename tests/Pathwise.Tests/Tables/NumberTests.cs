using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Tables;

public sealed class NumberTests
{
    [Theory]
    [InlineData("3", 3)]
    [InlineData("-2.50", -2.5)]
    [InlineData("1e-3", 0.001)]
    public void Parse_ANumber_GivesIt(string text, double expected)
    {
        Assert.True(Number.IsNumber(text));
        Assert.Equal(expected, Number.Parse(text));
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("three")]
    [InlineData("")]
    public void Parse_AnythingElse_IsRefusedWithTheText(string text)
    {
        Assert.False(Number.IsNumber(text));
        Assert.Equal($"'{text}' is not a number.", Assert.Throws<InputException>(() => Number.Parse(text)).Message);
    }
}
