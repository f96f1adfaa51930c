using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class CellMoveTests
{
    [Fact]
    public void Back_OfAMove_TakesItBack() => Assert.Equal(new CellMove(3, 2, -1), new CellMove(3, 2, 1).Back);
}
