using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class MatrixSeriesTests
{
    private static readonly Matrix<double> A = Matrix<double>.Build.DenseOfArray(new[,] { { 3.0, 1 }, { 0.5, 2 } });
    private static readonly Matrix<double> B = Matrix<double>.Build.DenseOfArray(new[,] { { 0.2, -1 }, { 2, 0.3 } });

    [Fact]
    public void Inverse_HasTheDerivativesOfTheInverse()
    {
        // (A + eB)^-1 = A^-1 - e A^-1 B A^-1 + e^2 A^-1 B A^-1 B A^-1 - ...
        var series = MatrixSeries.Of(A, B, 2).Inverse()!;
        var inverse = A.Inverse();
        Assert.True((series[0]! - inverse).L2Norm() < 1e-14);
        Assert.True((series[1]! + (inverse * B * inverse)).L2Norm() < 1e-14);
        Assert.True((series[2]! - (inverse * B * inverse * B * inverse)).L2Norm() < 1e-14);
    }

    [Fact]
    public void Products_MultiplyOut()
    {
        var (one, two) = (MatrixSeries.Of(A, B, 2), MatrixSeries.Of(B, A, 2));
        Assert.True((one.Times(two)[2]! - (B * A)).L2Norm() < 1e-14);
        Assert.True((one.TimesTransposed(two)[1]! - ((A * A.Transpose()) + (B * B.Transpose()))).L2Norm() < 1e-14);
        Assert.True((one.TransposedTimes(two)[1]! - ((A.Transpose() * A) + (B.Transpose() * B))).L2Norm() < 1e-14);
        Assert.True((one.Plus(two, -2)[1]! - (B - (2 * A))).L2Norm() < 1e-14);
    }

    [Fact]
    public void Series_WithoutASlope_HasNoFurtherTerms()
    {
        var constant = MatrixSeries.Of(A, null, 2);
        Assert.Null(constant.Times(constant)[1]);
        Assert.Null(constant.Inverse()![2]);
    }
}
