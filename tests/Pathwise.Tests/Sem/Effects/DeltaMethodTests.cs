using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Effects;
using Xunit;

namespace Pathwise.Tests.Sem.Effects;

public sealed class DeltaMethodTests
{
    // (2, -1) over [4 1; 1 9]: 16 - 4 + 9.
    [Fact]
    public void StandardError_IsTheRootOfTheQuadraticForm() =>
        Assert.Equal(Math.Sqrt(21), DeltaMethod.StandardError(Vector<double>.Build.Dense([2.0, -1]), Matrix<double>.Build.DenseOfArray(new[,] { { 4.0, 1 }, { 1, 9 } }))!.Value, 14);

    [Fact]
    public void StandardError_OfANegativeVariance_IsUndefined() =>
        Assert.Null(DeltaMethod.StandardError(Vector<double>.Build.Dense([1.0]), Matrix<double>.Build.Dense(1, 1, -1)));
}
