using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class NestingTestTests
{
    [Theory]
    [InlineData("x2 ~ x1\nx3 ~ x2 + x1", "x2 ~ x1\nx3 ~ x2\nx3 ~~ 0*x1", ModelNesting.Nested)]
    [InlineData("x2 ~ x1\nx3 ~ x2\nx1 ~~ x1", "x2 ~ x3\nx1 ~ x2\nx3 ~~ x3", ModelNesting.Equivalent)]
    [InlineData("x2 ~ x1\nx3 ~ x2\nx1 ~~ x1", "x3 ~ x1\nx2 ~ x3\nx1 ~~ x1", ModelNesting.NotNested)]
    public void Of_TwoModels_SaysHowTheyStand(string full, string restricted, ModelNesting expected) =>
        Assert.Equal(expected, NestingTest.Of(Fits.Of(full), Fits.Of(restricted)).Nesting);

    [Fact]
    public void MatchedValues_AreTheRestrictedOnesAndZeroForWhatItLeavesOut()
    {
        var (full, restricted) = (Fits.Of("x2 ~ x1\nx3 ~ x2 + x1"), Fits.Of("x2 ~ x1\nx3 ~ x2"));
        var values = NestingTest.MatchedValues(full, restricted);
        Assert.Equal([restricted.Values[0], restricted.Values[1], 0], values[..3]);
    }
}
