using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class VectorKernelsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(11)]
    public void Dot_AnyLength_AddsLanesInTheStatedOrder(int count)
    {
        var x = Enumerable.Range(0, count).Select(i => 0.1 + i).ToArray();
        var lanes = new double[4];
        for (var i = 0; i < count / 4 * 4; i++)
            lanes[i % 4] += x[i] * x[i];
        var expected = (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
        for (var i = count / 4 * 4; i < count; i++)
            expected += x[i] * x[i];
        Assert.Equal(expected, VectorKernels.Dot(x, x));
    }

    [Fact]
    public void AddScaled_ElevenElements_AddsToEach()
    {
        var target = Enumerable.Range(0, 11).Select(i => (double)i).ToArray();
        VectorKernels.AddScaled(2, (double[])target.Clone(), target);
        Assert.Equal(Enumerable.Range(0, 11).Select(i => 3.0 * i), target);
    }
}
