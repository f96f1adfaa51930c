using Pathwise.Multiverse.Inference;
using Pathwise.Multiverse.Plans;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class EveryUniverseTests
{
    [Fact]
    public void Of_EffectsFarFromZero_HoldsWithTheLargestPOfAll()
    {
        var draws = JointDrawsTests.Correlated(4, 999, 2, 0.5);
        var every = EveryUniverse.Of(draws, ClaimDirection.Positive, 0, 0.05);
        Assert.True(every.Holds);
        Assert.Equal(StepDown.Alone(draws, ClaimDirection.Positive).Max(), every.PValue);
    }

    [Theory]
    [InlineData(ClaimDirection.Negative, 0, 0)]
    [InlineData(ClaimDirection.Positive, 0, 1)]
    [InlineData(ClaimDirection.Positive, 1, 0)]
    public void Of_OneUniverseAgainstIt_DoesNotHold(ClaimDirection direction, int failed, int zero) =>
        Assert.False(EveryUniverse.Of(JointDrawsTests.Correlated(4, 999, 2, 0.5, zero), direction, failed, 0.05).Holds);
}
