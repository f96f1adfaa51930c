using Pathwise.Multiverse.Inference;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class ChoiceGridTests
{
    private static readonly int[][] Full = [[0, 0], [0, 1], [1, 0], [1, 1]];

    [Fact]
    public void Distance_ADecisionThatDoesNotArise_IsNoDifference()
    {
        var grid = new ChoiceGrid(["a", "b", "c"], [[0, 0, 0], [1, -1, 0], [1, 1, 1]]);
        Assert.Equal(1, grid.Distance(0, 1));
        Assert.Equal(3, grid.Distance(0, 2));
        Assert.Equal(1, grid.Distance(1, 2));
    }

    [Fact]
    public void ChangesNothing_ACrossedDecisionWithOneFit_IsIdle()
    {
        var grid = new ChoiceGrid(["a", "b"], Full);
        Assert.False(grid.ChangesNothing(0, [0, 0, 1, 1]));
        Assert.True(grid.ChangesNothing(1, [0, 0, 1, 1]));
    }

    [Fact]
    public void ChangesNothing_ADecisionThatIsNotCrossedInFull_IsNotSetAside() =>
        Assert.False(new ChoiceGrid(["a", "b"], [[0, 0], [0, 1], [1, 0]]).ChangesNothing(1, [0, 0, 1]));

    [Fact]
    public void Without_IdleDecisions_KeepsOneUniverseOfEach()
    {
        var (grid, universes) = new ChoiceGrid(["a", "b"], Full).Without(new HashSet<int> { 1 });
        Assert.Equal(["a"], grid.Decisions);
        Assert.Equal([0, 2], universes);
    }

    [Fact]
    public void Constructor_RowsThatMissADecision_AreRefused() => Assert.Throws<ArgumentException>(() => new ChoiceGrid(["a", "b"], [[0]]));
}
