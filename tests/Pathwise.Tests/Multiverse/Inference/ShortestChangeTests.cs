using Pathwise.Multiverse.Inference;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class ShortestChangeTests
{
    private static readonly ChoiceGrid Grid = new(["a", "b", "c"], [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 1], [1, 1, 1]]);

    [Fact]
    public void Of_AClaimLostTwoDecisionsAway_NamesEveryUniverseAtThatDistance()
    {
        var found = ShortestChange.Of(Grid, [true, true, false, false, false], 0)!;
        Assert.True(found.HoldsInReference);
        Assert.Equal(2, found.Changes);
        Assert.Equal([2, 3], found.Universes);
    }

    [Fact]
    public void Of_AClaimThatFailsInTheReference_IsTheWayToWhereItHolds() => Assert.Equal(1, ShortestChange.Of(Grid, [false, true, true, null, false], 0)!.Changes);

    [Fact]
    public void Of_OneOutcomeEverywhere_HasNoChange() => Assert.Null(ShortestChange.Of(Grid, [true, true, null, true, true], 0)!.Changes);

    [Fact]
    public void Of_AReferenceThatFailed_IsNone()
    {
        Assert.Null(ShortestChange.Of(Grid, [null, true, true, true, true], 0));
        Assert.Null(ShortestChange.Of(Grid, [true, true, true, true, true], -1));
    }
}
