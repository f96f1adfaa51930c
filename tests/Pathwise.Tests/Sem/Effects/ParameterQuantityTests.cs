using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Effects;
using Xunit;

namespace Pathwise.Tests.Sem.Effects;

public sealed class ParameterQuantityTests
{
    [Fact]
    public void Gradient_Product_IsTheOtherFactor()
    {
        var gradient = new double[3];
        Assert.Equal(6, new ParameterQuantity(values => values[0] * values[1], 3).Gradient([2, 3, 5], gradient));
        Oracle.Near([3, 2, 0], gradient, 1e-10);
    }

    [Fact]
    public void Gradient_WhereItSaysWhatItDependsOn_TriesNothingElse()
    {
        var gradient = new double[2];
        var quantity = new ParameterQuantity(values => values[0] == 2 ? values[1] : throw new InvalidOperationException(), 2, [1]);
        quantity.Gradient([2, 3], gradient);
        Assert.Equal(0, gradient[0]);
        Assert.Equal(1, gradient[1], 1e-10);
    }

    // Sobel: a b with errors .1 and .2, independent: sqrt(b^2 .01 + a^2 .04).
    [Fact]
    public void StandardError_Product_IsSobels() => Assert.Equal(
        Math.Sqrt((9 * 0.01) + (4 * 0.04)),
        new ParameterQuantity(values => values[0] * values[1], 2).StandardError([2, 3], Matrix<double>.Build.DenseOfDiagonalArray([0.01, 0.04]))!.Value,
        1e-10);
}
