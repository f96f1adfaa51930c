using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class IntervalTests
{
    [Fact]
    public void Contains_TheBounds_AndNothingOutside()
    {
        var interval = new Interval(-0.2, 0.5, 0.95);
        Assert.True(interval.Contains(-0.2) && interval.Contains(0.5) && interval.Contains(0));
        Assert.False(interval.Contains(0.51) || interval.Contains(-0.21) || interval.Contains(double.NaN));
        Assert.Equal(0.7, interval.Width, 1e-15);
    }
}
