using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

/// <summary>Cholesky and Jacobi on random positive definite matrices of several sizes.</summary>
public sealed class SymmetricMatrixTests
{
    public static TheoryData<int> Sizes => [1, 2, 3, 5, 8, 18, 43];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TryFactor_PositiveDefinite_MultipliesBackAndInverts(int n)
    {
        var matrix = Random(n);
        var factor = (double[])matrix.Clone();
        Assert.True(Cholesky.TryFactor(factor, n));
        double[] inverse = new double[n * n], scratch = new double[n * n];
        Cholesky.Invert(factor, n, inverse, scratch);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                Assert.Equal(i == j ? 1 : 0, Enumerable.Range(0, n).Sum(k => matrix[(i * n) + k] * inverse[(k * n) + j]), 1e-10);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Solve_AVector_SolvesTheSystem(int n)
    {
        var matrix = Random(n);
        var factor = (double[])matrix.Clone();
        Assert.True(Cholesky.TryFactor(factor, n));
        var solution = Enumerable.Range(1, n).Select(i => (double)i).ToArray();
        Cholesky.Solve(factor, n, solution);
        for (var i = 0; i < n; i++)
            Assert.Equal(i + 1, VectorKernels.Dot(matrix.AsSpan(i * n, n), solution), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Eigenvalues_OfAMatrix_GiveItsDeterminantAndItself(int n)
    {
        var matrix = Random(n);
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
    public void TryFactor_SingularOrIndefinite_IsRefused()
    {
        Assert.False(Cholesky.TryFactor([1, 1, 1, 1], 2));
        Assert.False(Cholesky.TryFactor([1, 2, 2, 1], 2));
        Assert.False(Cholesky.TryFactor([double.NaN], 1));
    }

    [Fact]
    public void Eigenvalues_ClosedForm_AreExact() =>
        Assert.Equal([3.0, 1.0], SymmetricEigen.Of([2, 1, 1, 2], 2).Values.Select(value => Math.Round(value, 14)));

    private static double[] Random(int n)
    {
        var stream = RandomStream.For(11, n);
        var root = new double[n * (n + 2)];
        for (var i = 0; i < root.Length; i++)
            root[i] = stream.NextNormal();
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                matrix[(i * n) + j] = (i == j ? 0.5 : 0) + VectorKernels.Dot(root.AsSpan(i * (n + 2), n + 2), root.AsSpan(j * (n + 2), n + 2));
        }

        return matrix;
    }
}
