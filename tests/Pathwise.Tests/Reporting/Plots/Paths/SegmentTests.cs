using Pathwise.Reporting.Plots.Paths;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots.Paths;

public sealed class SegmentTests
{
    private static readonly Segment Level = new((0, 0), (10, 0));

    [Theory]
    [InlineData(5, -1, 5, 1, true)]
    [InlineData(5, 1, 5, 2, false)]
    [InlineData(10, -1, 10, 1, false)]
    [InlineData(0, 1, 10, 1, false)]
    public void Crosses_OtherStretch_OnlyWhereBothGoThroughAPoint(double x1, double y1, double x2, double y2, bool crosses)
    {
        Assert.Equal(crosses, Level.Crosses(new((x1, y1), (x2, y2))));
        Assert.Equal(crosses, new Segment((x1, y1), (x2, y2)).Crosses(Level));
    }

    [Theory]
    [InlineData(5, 3, 3)]
    [InlineData(-3, 4, 5)]
    [InlineData(13, -4, 5)]
    public void DistanceTo_Point_IsToTheNearestOne(double x, double y, double distance) => Assert.Equal(distance, Level.DistanceTo((x, y)), 12);

    [Theory]
    [InlineData(5, 2, 2, 3, false)]
    [InlineData(5, 2, 2, 5, true)]
    [InlineData(12, 0, 3, 3, false)]
    [InlineData(12, 0, 5, 3, true)]
    public void Meets_Rectangle_WhereAPointLiesInIt(double x, double y, double width, double height, bool meets)
    {
        Assert.Equal(meets, Level.Meets(x, y, width, height));
        Assert.Equal(meets, new Segment((0, 0), (0, 10)).Meets(y, x, height, width));
    }

    [Fact]
    public void SineWith_Angles_AreTheirs()
    {
        Assert.Equal(1, Level.SineWith(new((3, 3), (3, 7))), 12);
        Assert.Equal(0, Level.SineWith(new((3, 3), (-7, 3))), 12);
        Assert.Equal(0.5, Level.SineWith(new((0, 0), (Math.Sqrt(3), 1))), 12);
    }
}
