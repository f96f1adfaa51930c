using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class SymmetricEigenTests
{
    public static TheoryData<int> Sizes => [1, 2, 3, 5, 8, 18, 43];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Eigenvalues_OfAMatrix_GiveItsDeterminantAndItself(int n)
    {
        var matrix = RandomSymmetric.Of(n);
        var eigen = SymmetricEigen.Of(matrix, n);
        var factor = (double[])matrix.Clone();
        Assert.True(Cholesky.TryFactor(factor, n));
        Assert.Equal(Cholesky.LogDeterminant(factor, n), eigen.Values.Sum(Math.Log), 1e-10);
        Assert.Equal(eigen.Values.OrderDescending(), eigen.Values);
        for (var i = 0; i < n * n; i++)
        {
            var (row, column) = (i / n, i % n);
            var value = Enumerable.Range(0, n).Sum(k => eigen.Values[k] * eigen.Vectors[(k * n) + row] * eigen.Vectors[(k * n) + column]);
            Assert.Equal(matrix[i], value, 1e-10);
        }
    }

    [Fact]
    public void Eigenvalues_ClosedForm_AreExact() =>
        Assert.Equal([3.0, 1.0], SymmetricEigen.Of([2, 1, 1, 2], 2).Values.Select(value => Math.Round(value, 14)));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Vectors_OfAMatrix_AreOrthonormal(int n)
    {
        var vectors = SymmetricEigen.Of(RandomSymmetric.Of(n), n).Vectors;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                Assert.Equal(i == j ? 1 : 0, VectorKernels.Dot(vectors.AsSpan(i * n, n), vectors.AsSpan(j * n, n)), 1e-12);
        }
    }

    [Fact]
    public void Of_EqualCorrelations_HasOneLargeAndEqualSmallValues()
    {
        var matrix = Enumerable.Range(0, 16).Select(i => i % 5 == 0 ? 1 : 0.3).ToArray();
        Oracle.Near([1.9, 0.7, 0.7, 0.7], SymmetricEigen.Of(matrix, 4).Values, 1e-14);
        Assert.Equal(0.3, matrix[1]);
    }

    [Fact]
    public void Of_ADiagonalMatrix_IsOrderedAndUnturned()
    {
        var eigen = SymmetricEigen.Of([1, 0, 0, 0, 3, 0, 0, 0, -2], 3);
        Assert.Equal([3.0, 1.0, -2.0], eigen.Values);
        Assert.Equal([0.0, 1, 0, 1, 0, 0, 0, 0, 1], eigen.Vectors);
    }
}
