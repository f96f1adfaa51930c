using System.Text.Json;
using Pathwise.Reporting.Figures;
using Xunit;

namespace Pathwise.Tests.Reporting.Figures;

public sealed class PlotlyTraceTests
{
    [Theory]
    [InlineData(0.5, 0.7, false)]
    [InlineData(0.5, 1.0, true)]
    [InlineData(0.0, 0.7, true)]
    [InlineData(0.5, 1.2, false)]
    [InlineData(0.0, 1.2, false)]
    public void Of_PointsOnTheEdge_AreNotCutByIt(double first, double second, bool isWhole)
    {
        var figure = Figure(new PointMarks { X = [first, second], Y = [0.2, 0.4] });
        Assert.Equal(isWhole, IsWhole(figure));
        Assert.Equal(isWhole, IsWhole(Figure(new PointMarks { Y = [first, second], X = [0.2, 0.4] })));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_IntervalsThatEndOnTheEdge_AreNotCutByIt(bool isHorizontal)
    {
        Assert.True(IsWhole(Figure(new IntervalMarks { At = [0.5, 0.6], Lower = [null, 0.2], Upper = [0.4, 1], IsHorizontal = isHorizontal })));
        Assert.False(IsWhole(Figure(new IntervalMarks { At = [0.5, 0.6], Lower = [null, 0.2], Upper = [0.4, 0.9], IsHorizontal = isHorizontal })));
        Assert.False(IsWhole(Figure(new IntervalMarks { At = [0.5, 0.6], Lower = [-0.2, 0.2], Upper = [0.4, 1], IsHorizontal = isHorizontal })));
    }

    private static Figure Figure(Mark mark) => new()
    {
        Title = "Points", AlternativeText = "Two points.", X = Axis.Between("x", 0, 1), Y = Axis.Between("y", 0, 1), Marks = [mark],
    };

    private static bool IsWhole(Figure figure)
    {
        using var json = JsonDocument.Parse(figure.ToPlotlyJson());
        return json.RootElement.GetProperty("data")[0].TryGetProperty("cliponaxis", out var clipped) && !clipped.GetBoolean();
    }
}
