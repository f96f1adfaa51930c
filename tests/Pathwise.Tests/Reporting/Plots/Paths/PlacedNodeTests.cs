using Pathwise.Reporting.Plots.Paths;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots.Paths;

public sealed class PlacedNodeTests
{
    private static readonly PlacedNode Box = new("x", false, [], 10, 20, 40, 20, Side.Right);
    private static readonly PlacedNode Oval = Box with { IsLatent = true };

    [Fact]
    public void Towards_APoint_EndsOnTheOutline()
    {
        Assert.Equal((30.0, 20.0), Box.Towards((100, 20)));
        Assert.Equal((20.0, 30.0), Box.Towards((40, 50)));
        Assert.Equal((10.0, 20.0), Box.Towards((10, 20)));
        var (x, y) = Oval.Towards((100, 90));
        Assert.Equal(1, Math.Pow((x - 10) / 20, 2) + Math.Pow((y - 20) / 10, 2), 1e-12);
    }

    [Theory]
    [InlineData("Left")]
    [InlineData("Right")]
    [InlineData("Above")]
    [InlineData("Below")]
    public void At_AShiftedPlaceOfAnOval_LiesOnIt(string side)
    {
        var (x, y) = Oval.At(Enum.Parse<Side>(side), 4);
        Assert.Equal(1, Math.Pow((x - 10) / 20, 2) + Math.Pow((y - 20) / 10, 2), 1e-12);
    }

    [Fact]
    public void Touches_ARectangle_WhenTheyOverlapAndNotWhenTheyMeet()
    {
        Assert.True(Box.Touches(34, 20, 10, 10));
        Assert.False(Box.Touches(35, 20, 10, 10));
    }
}
