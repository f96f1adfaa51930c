using Pathwise.Numerics;
using Pathwise.Sem.Categorical;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class CategoryScaleTests
{
    [Fact]
    public void Take_FewerCategories_LeavesNothingOfTheOthers()
    {
        var scale = new CategoryScale(4);
        scale.Take([2, 3, 4, 1]);
        Assert.Equal([0.2, 0.5, 0.9], scale.Cumulative.ToArray());
        scale.Take([3, 1]);
        Assert.Equal((2, 4), (scale.Count, scale.Cases));
        Assert.Equal([0.75, 0.25], scale.Shares.ToArray());
        Assert.Equal([NormalDistribution.Quantile(0.75)], scale.Thresholds.ToArray());
    }

    [Fact]
    public void Take_OneCategoryOrNone_HasNoThresholds()
    {
        var scale = new CategoryScale(2);
        scale.Take([5]);
        Assert.Equal((1, 0), (scale.Count, scale.Thresholds.Length));
        scale.Take([]);
        Assert.Equal((0, 0, 0), (scale.Count, scale.Thresholds.Length, scale.Cases));
    }
}
