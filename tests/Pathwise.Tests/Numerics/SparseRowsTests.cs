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

    [Fact]
    public void Product_ThatIsSymmetric_IsThatOfTheWholeRows()
    {
        double[] rows = [0, 0, 0, 0, 2, 0, 1, 0, 3, 0, 0, 0, 0, 0, 0, 0, 4, 5], weights = [1, 2, 3, 4, 5, 6];
        double[] weighted = [.. rows.Select((value, i) => value * weights[i % 6])], product = new double[9], whole = new double[9];
        new SparseRows(rows, 6).MultiplySymmetric(weighted, product);
        FlatMatrix.MultiplyTransposed(weighted, rows, whole, 3, 6, 3);
        Assert.Equal(whole, product);
    }
}
