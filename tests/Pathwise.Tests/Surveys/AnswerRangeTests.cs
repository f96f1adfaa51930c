using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Surveys;

public sealed class AnswerRangeTests
{
    [Fact]
    public void Reverse_OfAnAnswer_ExchangesTheEnds()
    {
        var range = new AnswerRange(1, 7);
        Assert.Equal([7.0, 4.0, 1.0], new[] { 1.0, 4.0, 7.0 }.Select(range.Reverse));
        Assert.True(double.IsNaN(range.Reverse(double.NaN)));
        Assert.True(range.Contains(1) && range.Contains(7) && !range.Contains(0) && !range.Contains(8) && !range.Contains(double.NaN));
        Assert.Equal("1 to 7", range.ToString());
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(3, 3)]
    public void AnswerRange_WithoutTwoAnswers_IsRefused(int lowest, int highest) => Assert.Contains(
        $"The lowest answer is {lowest} and the highest {highest}", Assert.Throws<InputException>(() => new AnswerRange(lowest, highest)).Message, StringComparison.Ordinal);
}
