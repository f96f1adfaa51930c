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
}
