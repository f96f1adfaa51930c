using Pathwise.Multiverse.Inference;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class UniverseSpreadTests
{
    [Fact]
    public void Of_EstimatesAndErrors_IsTheirRatio()
    {
        var spread = UniverseSpread.Of([1, 2, 3], [0.5, null, 0.7, 0.9]);
        Assert.Equal((1.0, 0.7), (spread.Deviation, spread.TypicalError));
        Assert.Equal(1 / 0.7, spread.Ratio!.Value, 12);
    }

    [Fact]
    public void Of_OneUniverseOrNoError_IsUndefined()
    {
        Assert.Null(UniverseSpread.Of([1], [0.5]).Ratio);
        Assert.Null(UniverseSpread.Of([1, 2], []).Ratio);
    }
}
