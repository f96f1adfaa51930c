using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class CholeskyTests
{
    public static TheoryData<int> Sizes => [1, 2, 3, 5, 8, 18, 43];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TryFactor_PositiveDefinite_MultipliesBackAndInverts(int n)
    {
        var matrix = RandomSymmetric.Of(n);
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
        var matrix = RandomSymmetric.Of(n);
        var factor = (double[])matrix.Clone();
        Assert.True(Cholesky.TryFactor(factor, n));
        var solution = Enumerable.Range(1, n).Select(i => (double)i).ToArray();
        Cholesky.Solve(factor, n, solution);
        for (var i = 0; i < n; i++)
            Assert.Equal(i + 1, VectorKernels.Dot(matrix.AsSpan(i * n, n), solution), 1e-9);
    }

    [Fact]
    public void TryFactor_SingularOrIndefinite_IsRefused()
    {
        Assert.False(Cholesky.TryFactor([1, 1, 1, 1], 2));
        Assert.False(Cholesky.TryFactor([1, 2, 2, 1], 2));
        Assert.False(Cholesky.TryFactor([double.NaN], 1));
    }

    [Fact]
    public void TryFactor_TwoByTwo_IsTheClosedForm()
    {
        double[] matrix = [4, -99, 2, 10];
        Assert.True(Cholesky.TryFactor(matrix, 2));
        // Only the lower triangle is read and written.
        Assert.Equal([2.0, -99.0, 1.0, 3.0], matrix);
        Assert.Equal(Math.Log(36), Cholesky.LogDeterminant(matrix, 2), 1e-14);
        double[] vector = [4, 5];
        Cholesky.SolveLower(matrix, 2, vector);
        Assert.Equal([2.0, 1.0], vector);
        var inverse = new double[4];
        Cholesky.InvertLower(matrix, 2, inverse);
        Assert.Equal([0.5, 0, -1.0 / 6, 1.0 / 3], inverse);
    }

    [Theory]
    [InlineData(37, 30)]
    [InlineData(20, 44)]
    public void TryFactor_TwoBlocks_FactorsAndInvertsBoth(int first, int second)
    {
        var (n, stream) = (first + second, RandomStream.For(9, first));
        double[] root = [.. Enumerable.Range(0, n * n).Select(_ => stream.NextNormal())];
        var (whole, start) = (new double[n * n], 0);
        foreach (var size in new[] { first, second })
        {
            var block = new double[size * size];
            for (var i = 0; i < size * size; i++)
            {
                var (row, column) = (i / size, i % size);
                block[i] = VectorKernels.Dot(root.AsSpan(row * n, n), root.AsSpan(column * n, n));
                whole[((start + row) * n) + start + column] = block[i];
            }

            start += size;
        }

        double[] sums = [.. whole];
        Assert.True(Cholesky.TryFactor(whole, n));
        var inverse = new double[n * n];
        Cholesky.InvertLower(whole, n, inverse);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                Assert.Equal(sums[(i * n) + j], VectorKernels.Dot(whole.AsSpan(i * n, j + 1), whole.AsSpan(j * n, j + 1)), 1e-9 * n);
                double product = 0;
                for (var k = j; k <= i; k++)
                    product += whole[(i * n) + k] * inverse[(k * n) + j];
                Assert.Equal(i == j ? 1 : 0, product, 1e-9);
            }
        }
    }
}
