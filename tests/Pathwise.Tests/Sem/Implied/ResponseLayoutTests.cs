using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Implied;

public sealed class ResponseLayoutTests
{
    [Fact]
    public void Of_MixedVariables_CountsThresholdsMeansVariancesAndPairs()
    {
        var layout = Layout(Parameterization.Delta);
        Assert.Equal((3, 3 + 2 + 3), (layout.ThresholdCount, layout.StatisticCount));
        Assert.Equal([0, 1, 1], layout.First);
        Assert.Equal([1, 0, 2], Enumerable.Range(0, 3).Select(layout.Count));
        Assert.Equal([true, false, true], layout.IsOrdered);
    }

    [Fact]
    public void Of_ContinuousVariables_IsNone() => Assert.Null(ResponseLayout.Of(ModelSpecification.Parse("f =~ a + x + b").Table(), ["f"]));

    [Theory]
    [InlineData(Parameterization.Delta, true, false)]
    [InlineData(Parameterization.Theta, false, true)]
    public void IsDetermined_IsTheResidualVarianceOrTheScale(Parameterization parameterization, bool residual, bool scale)
    {
        var layout = Layout(parameterization);
        Assert.Equal(residual, layout.IsDetermined(new(0, ModelMatrix.Theta, 0, 0, -1, 1)));
        Assert.Equal(scale, layout.IsDetermined(new(0, ModelMatrix.Delta, 0, 0, -1, 1)));
        Assert.False(layout.IsDetermined(new(0, ModelMatrix.Theta, 1, 1, 0, double.NaN)));
        Assert.False(layout.IsDetermined(new(0, ModelMatrix.Theta, 2, 0, 0, double.NaN)));
    }

    private static ResponseLayout Layout(Parameterization parameterization) => ResponseLayout.Of(ModelSpecification.Parse("f =~ a + x + b").Table(
        new() { Ordered = ["a", "b"], Parameterization = parameterization }, [""], new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }), ["f"])!;
}
