using Pathwise.Reporting.Figures;
using Xunit;

namespace Pathwise.Tests.Reporting.Figures;

public sealed class TextWidthTests
{
    [Fact]
    public void Of_Words_GrowsWithTheirLettersAndSize()
    {
        // W is 944, i 222 thousandths of the height, a sixth more for safety.
        Assert.Equal(1.16 * 10 * (0.944 + 0.222), TextWidth.Of("Wi", 10), 1e-12);
        Assert.Equal(2 * TextWidth.Of("Wi", 10), TextWidth.Of("Wi", 20), 1e-12);
        Assert.Equal(0, TextWidth.Of("", 10));
        Assert.True(TextWidth.Of("語", 10) > TextWidth.Of("χ", 10));
    }

    [Fact]
    public void Lines_OfWords_AreNotWiderThanAskedUnlessAWordIs()
    {
        var lines = TextWidth.Lines("market performance of the unreasonablylongword", 12, 100);
        Assert.Equal("market performance of the unreasonablylongword", string.Join(' ', lines));
        Assert.All(lines, line => Assert.True(!line.Contains(' ', StringComparison.Ordinal) || TextWidth.Of(line, 12) <= 100));
        Assert.Empty(TextWidth.Lines(" ", 12, 100));
    }
}
