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
    public void TryInvertLoops_NothingOnTheDiagonal_MultipliesBack()
    {
        double[] matrix = [0, 2, 1, 1, 0, 3, 4, 1, 0], inverse = new double[9], product = new double[9];
        Assert.True(FlatMatrix.TryInvertLoops((double[])matrix.Clone(), inverse, 3));
        FlatMatrix.Multiply(matrix, inverse, product, 3, 3, 3);
        Oracle.Near([1, 0, 0, 0, 1, 0, 0, 0, 1], product, 1e-15);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1.0)]
    [InlineData(1e12)]
    public void TryInvertLoops_InAnyUnit_JudgesTheLoopsAlone(double unit)
    {
        // x3 on x1, x1 on x2: no loop, and by hand the total effect of x2 on x3 is the product.
        var inverse = new double[9];
        Assert.True(FlatMatrix.TryInvertLoops([1, -2 * unit, 0, 0, 1, 0, -3 * unit, 0, 1], inverse, 3));
        Assert.Equal([1, 2 * unit, 0, 0, 1, 0, 3 * unit, 3 * unit * (2 * unit), 1], inverse);

        // A loop of gain 1 is singular, one of gain 1.21 is not, though its variables have other units.
        Assert.False(FlatMatrix.TryInvertLoops([1, -unit, -1 / unit, 1], inverse, 2));
        Assert.True(FlatMatrix.TryInvertLoops([1, -1.1 * unit, -1.1 / unit, 1], inverse, 2));
        Oracle.Near([1 / -0.21, 1.1 / -0.21, 1.1 / -0.21, 1 / -0.21], [inverse[0], inverse[1] / unit, inverse[2] * unit, inverse[3]], 1e-13);
        Assert.False(FlatMatrix.TryInvertLoops([double.NaN], inverse, 1));
    }

    [Fact]
    public void TryInvertLoops_EveryCoefficientOne_IsRegularForThreeVariables()
    {
        // The determinant is -4, although every loop of two variables has gain one.
        double[] matrix = [1, -1, -1, -1, 1, -1, -1, -1, 1], inverse = new double[9], product = new double[9];
        Assert.True(FlatMatrix.TryInvertLoops((double[])matrix.Clone(), inverse, 3));
        FlatMatrix.Multiply(matrix, inverse, product, 3, 3, 3);
        Oracle.Near([1, 0, 0, 0, 1, 0, 0, 0, 1], product, 1e-15);
    }
}
