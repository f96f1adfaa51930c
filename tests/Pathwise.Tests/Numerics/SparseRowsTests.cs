using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class SparseRowsTests
{
    [Theory]
    [InlineData(13)]
    [InlineData(16)]
    [InlineData(3)]
    public void Dot_OfRowsWithZeros_HasTheBitsOfTheWholeProduct(int size)
    {
        var random = RandomStream.For(5, 1);
        double[] other = [.. Enumerable.Range(0, size).Select(_ => random.NextNormal())];
        for (var first = 0; first < size; first++)
        {
            for (var end = first; end <= size; end++)
            {
                double[] row = [.. Enumerable.Range(0, size).Select(i => i >= first && i < end ? random.NextNormal() : 0)];
                Assert.Equal(VectorKernels.Dot(other, row), new SparseRows(row, size).Dot(other, 0, 0));
            }
        }
    }
}
