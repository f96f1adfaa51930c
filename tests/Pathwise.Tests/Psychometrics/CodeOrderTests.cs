using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class CodeOrderTests
{
    [Fact]
    public void Of_Numbers_AreOrderedBySizeAndTextsByTheAlphabet()
    {
        Assert.Equal(["2", "10", "1e2"], CodeOrder.Of(["10", "2", "1e2", "2"]));
        Assert.Equal(["10", "2", "b"], CodeOrder.Of(["b", "2", "10"]));
        Assert.Empty(CodeOrder.Of([]));
    }

    [Theory]
    [InlineData("-1.5", -1.5)]
    [InlineData("1,5", null)]
    [InlineData("NaN", null)]
    [InlineData("", null)]
    public void Number_OfACode_IsFiniteOrNone(string code, double? number) => Assert.Equal(number, CodeOrder.Number(code));

    [Fact]
    public void Of_SpellingsOfOneNumber_AreOneCode()
    {
        Assert.Equal(["1", "2", "10"], CodeOrder.Of(["10", "1", "1.0", "2.00", "2"]));
        Assert.Equal(["01", "02"], CodeOrder.Of(["02", "01", "01"]));
        Assert.Equal(["1", "other"], CodeOrder.Of(["1.0", "other", "1"]));
        Assert.Equal(["0"], CodeOrder.Of(["0", "-0"]));
    }
}
