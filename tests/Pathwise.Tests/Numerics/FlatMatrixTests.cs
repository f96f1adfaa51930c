using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class FlatMatrixTests
{
    private static readonly double[] Wide = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void Multiply_TwoByThree_IsTheProductByHand()
    {
        var product = new double[4];
        FlatMatrix.Multiply(Wide, [1, 0, 0, 2, 3, 1], product, 2, 3, 2);
        Assert.Equal([10.0, 7, 22, 16], product);
        FlatMatrix.MultiplyTransposed(Wide, [1, 0, 3, 0, 2, 1], product, 2, 3, 2);
        Assert.Equal([10.0, 7, 22, 16], product);
    }

    [Fact]
    public void Transpose_TwoByThree_ExchangesRowsAndColumns()
    {
        var transposed = new double[6];
        FlatMatrix.Transpose(Wide, transposed, 2, 3);
        Assert.Equal([1.0, 4, 2, 5, 3, 6], transposed);
    }

    [Fact]
    public void TryInvert_ThatNeedsAPivot_MultipliesBack()
    {
        double[] matrix = [0, 2, 1, 1, 0, 3, 4, 1, 0], inverse = new double[9], product = new double[9];
        Assert.True(FlatMatrix.TryInvert((double[])matrix.Clone(), inverse, 3));
        FlatMatrix.Multiply(matrix, inverse, product, 3, 3, 3);
        Oracle.Near([1, 0, 0, 0, 1, 0, 0, 0, 1], product, 1e-15);
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(1.0)]
    [InlineData(1e20)]
    public void TryInvert_InAnyUnit_JudgesAPivotBesideTheLargestElement(double unit)
    {
        var inverse = new double[4];
        Assert.True(FlatMatrix.TryInvert([2 * unit, unit, unit, unit], inverse, 2));
        Oracle.Near([1, -1, -1, 2], inverse.Select(value => value * unit).ToArray(), 1e-14);
        Assert.False(FlatMatrix.TryInvert([unit, 2 * unit, 2 * unit, 4 * unit], inverse, 2));
        Assert.False(FlatMatrix.TryInvert([0, 0, 0, 0], inverse, 2));
        Assert.False(FlatMatrix.TryInvert([double.NaN], inverse, 1));
    }
}
