using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Tables;

public sealed class EqualCodesTests
{
    [Fact]
    public void Merge_EqualNumbers_AreOneCodeInItsShortestSpelling() =>
        Assert.Equal(["1", "2.0", "1", null, "2.0", "1"], EqualCodes.Merge(["1.0", "2.0", "1", null, "2.00", "+1"]));

    [Fact]
    public void Merge_Texts_AreAlikeOrNot() => Assert.Equal(["a", "A", "1a"], EqualCodes.Merge(["a", "A", "1a"]));

    [Fact]
    public void Merge_LongNumbers_AreComparedDigitByDigit() =>
        Assert.Equal(["12345678901234567890", "12345678901234567891"], EqualCodes.Merge(["12345678901234567890", "12345678901234567891"]));

    [Fact]
    public void InOrder_Numbers_AreOrderedBySizeAndTextsByTheAlphabet()
    {
        Assert.Equal(["2", "10", "1e2"], EqualCodes.InOrder(["10", "2", "1e2", "2"]));
        Assert.Equal(["10", "2", "b"], EqualCodes.InOrder(["b", "2", "10"]));
        Assert.Empty(EqualCodes.InOrder([]));
    }

    [Fact]
    public void InOrder_SpellingsOfOneNumber_AreOneCode()
    {
        Assert.Equal(["1", "2", "10"], EqualCodes.InOrder(["10", "1", "1.0", "2.00", "2"]));
        Assert.Equal(["01", "02"], EqualCodes.InOrder(["02", "01", "01"]));
        Assert.Equal(["1", "other"], EqualCodes.InOrder(["1.0", "other", "1"]));
        Assert.Equal(["0"], EqualCodes.InOrder(["0", "-0"]));
    }

    [Theory]
    [InlineData("1e40", "10e39", true)]
    [InlineData("1e-40", "0", false)]
    [InlineData("0e9", "-0.0", true)]
    [InlineData("1e999", "1E999", false)]
    public void Key_NumbersBeyondDecimals_AreComparedAsBinaryOnesOrAsTexts(string one, string other, bool isSame) =>
        Assert.Equal(isSame, EqualCodes.Key(one).Equals(EqualCodes.Key(other)));

    [Theory]
    [InlineData("-1.5", -1.5)]
    [InlineData("1,5", null)]
    [InlineData("NaN", null)]
    [InlineData("", null)]
    public void Number_OfACode_IsFiniteOrNone(string code, double? number) => Assert.Equal(number, EqualCodes.Number(code));
}
