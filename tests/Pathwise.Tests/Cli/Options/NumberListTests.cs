using Pathwise.Cli.Options;
using Xunit;

namespace Pathwise.Tests.Cli.Options;

public sealed class NumberListTests
{
    [Theory]
    [InlineData("-0.2:0.2:0.1", new[] { -0.2, -0.1, 0, 0.1, 0.2 })]
    [InlineData("1:0.8:-0.1", new[] { 1, 0.9, 0.8 })]
    [InlineData("0.5", new[] { 0.5 })]
    public void Of_ARangeOrANumber_IsWhatWouldBeTyped(string text, double[] expected) => Assert.Equal(expected, NumberList.Of("--rho", [text]));

    [Fact]
    public void Of_SeveralTexts_HasEachNumberOnce() => Assert.Equal([0.1, 0.2, 0.3], NumberList.Of("--rho", ["0.1:0.3:0.1", "0.2"]));

    [Theory]
    [InlineData("")]
    [InlineData("1:2")]
    [InlineData("0:1:-0.1")]
    [InlineData("0:1:0")]
    [InlineData("0:1:0.00000001")]
    [InlineData("NaN")]
    [InlineData("0,5")]
    public void Of_AnythingElse_IsAMistakeThatNamesTheOption(string text)
    {
        var mistake = Assert.Throws<InputException>(() => NumberList.Of("--rho", [text]));
        Assert.Contains($"--rho: '{text}' is not a number", mistake.Message, StringComparison.Ordinal);
    }
}
