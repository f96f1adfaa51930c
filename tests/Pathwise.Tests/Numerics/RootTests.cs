using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class RootTests
{
    [Fact]
    public void Between_SmoothAndSteepFunctions_FindsTheRoot()
    {
        Assert.Equal(Math.Sqrt(2), Root.Between(x => (x * x) - 2, 0, 2), 1e-15);
        Assert.Equal(0.3, Root.Between(x => Math.Tanh(1e6 * (x - 0.3)), -4, 1), 1e-12);
        Assert.Equal(1.0, Root.Between(x => x - 1, 1, 2));
    }

    [Fact]
    public void Above_NoRoot_IsNull()
    {
        Assert.Equal(1000, Root.Above(x => x - 1000, 0, 1)!.Value, 1e-9);
        Assert.Null(Root.Above(_ => 1, 0, 1));
        Assert.Throws<ArgumentException>(() => Root.Between(_ => 1, 0, 1));
    }
}
