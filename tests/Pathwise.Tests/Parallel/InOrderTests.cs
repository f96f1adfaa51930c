using Pathwise.Parallel;
using Xunit;

namespace Pathwise.Tests.Parallel;

public sealed class InOrderTests
{
    [Fact]
    public void Add_PiecesInAnyOrder_AreHandedOnInTheirs()
    {
        var taken = new List<int>();
        var inOrder = new InOrder<int>(taken.Add);
        inOrder.Add(2, 20);
        Assert.Empty(taken);
        inOrder.Add(0, 0);
        Assert.Equal([0], taken);
        inOrder.Add(1, 10);
        inOrder.Add(3, 30);
        Assert.Equal([0, 10, 20, 30], taken);
    }
}
