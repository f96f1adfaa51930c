using Pathwise.Reporting.Plots.Paths;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots.Paths;

public sealed class LayersTests
{
    [Fact]
    public void Of_AMediation_EveryArrowLeadsToALaterLayer()
    {
        var layers = Of(("x", "m"), ("m", "y"), ("x", "y"));
        Assert.Equal([["x"], ["m", "y"], ["y"]], layers.Ordered.Select(layer => layer.Select(name => name.Contains('\0') ? "y" : name).Order().ToArray()));
        Assert.Equal([2, 2, 3], layers.Chains.Select(chain => chain.Value.Count).Order());
    }

    [Fact]
    public void Of_ACycle_LeavesTheArrowAsideThatClosesIt()
    {
        var layers = Of(("x", "y"), ("y", "x"));
        Assert.Equal([["x"], ["y"]], layers.Ordered);
        Assert.Single(layers.Chains);
    }

    [Fact]
    public void Of_TwoChains_AreOrderedSoThatTheyDoNotCross()
    {
        // As written the arrows a -> d and b -> c would cross.
        var layers = Of(("a", "d"), ("b", "c"), ("c", "e"), ("d", "f"));
        for (var layer = 1; layer < 3; layer++)
            Assert.Equal(layers.Ordered[0].IndexOf("a") < layers.Ordered[0].IndexOf("b"), layers.Ordered[layer].IndexOf(layer == 1 ? "d" : "f") < layers.Ordered[layer].IndexOf(layer == 1 ? "c" : "e"));
    }

    private static Layers Of(params (string From, string To)[] arrows) =>
        new(new PathGraph([.. arrows.Select(arrow => new PathEdge(arrow.From, arrow.To, PathKind.Regression, null))]));
}
