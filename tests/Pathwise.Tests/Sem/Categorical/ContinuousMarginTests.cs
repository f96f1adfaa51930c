using Pathwise.Sem.Categorical;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class ContinuousMarginTests
{
    [Fact]
    public void Margin_OfTwoValues_StillHasAnInformation()
    {
        var margin = new ContinuousMargin("x", [0, 1, 0, 1, double.NaN]);
        Assert.Equal((0.5, 0.25, 4), (margin.Mean, margin.Variance, margin.Count));
        var row = new double[5];
        margin.WriteInfluence(0, row);
        Assert.Equal([-0.125, 0.125, -0.125, 0.125, 0], row);
    }
}
