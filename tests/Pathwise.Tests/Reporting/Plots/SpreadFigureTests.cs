using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots;

public sealed class SpreadFigureTests
{
    [Fact]
    public void Draw_PrintedAndOther_AreTwoSeriesOfOneLineForEachQuantity()
    {
        var figure = new[] { new AnswerDifference("tli", ".931", 0.9302, 0.9314), new AnswerDifference("loading a", null, 0.6, 0.8) }.Draw();
        var lines = figure.Marks.OfType<IntervalMarks>().ToList();
        Assert.Equal([(Tone.Vermilion, 0.0, 0.9302, 0.9314), (Tone.Blue, 1.0, 0.6, 0.8)], lines.Select(line => (line.Tone, line.At[0], line.Lower[0]!.Value, line.Upper[0]!.Value)));
        Assert.Contains("tli [0.930, 0.931] (printed); loading a [0.600, 0.800].", figure.AlternativeText, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_Nothing_IsRefused() => Assert.Throws<ArgumentException>(() => Array.Empty<AnswerDifference>().Draw());
}
