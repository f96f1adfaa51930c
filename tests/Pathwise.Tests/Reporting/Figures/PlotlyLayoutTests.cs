using System.Text.Json;
using Pathwise.Reporting.Figures;
using Xunit;

namespace Pathwise.Tests.Reporting.Figures;

public sealed class PlotlyLayoutTests
{
    // A note begins below the left end of the axis, and ends before the paper does.
    [Theory]
    [InlineData("a", 5)]
    [InlineData("Left out: performance ~ 0.5*collaboration", 9)]
    public void Of_NoteBesideNames_HasTheRoomThatTheyLeave(string name, int lines)
    {
        var note = string.Join(' ', Enumerable.Repeat("An index notices what is worse than in most samples.", 9));
        var figure = new Figure { Title = "Names", AlternativeText = "One point.", Note = note, X = Axis.Between("x", 0, 1), Y = Axis.OfNames("", [name, "b"]), Marks = [new PointMarks { X = [0.5], Y = [0] }] };
        using var json = JsonDocument.Parse(figure.ToPlotlyJson());
        var written = json.RootElement.GetProperty("layout").GetProperty("annotations").EnumerateArray().Last().GetProperty("text").GetString()!.Split("<br>");
        var left = TextWidth.Of(name, 12);
        Assert.All(written, line => Assert.InRange(TextWidth.Of(line, 11), 0, figure.Width - 40 - left));
        Assert.Equal(note, string.Join(' ', written));
        Assert.Equal(lines, written.Length);
    }
}
