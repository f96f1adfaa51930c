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
}
