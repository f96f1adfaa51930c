using System.Runtime.Intrinsics;
using Pathwise.Numerics;
using Xunit;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace Pathwise.Tests.Numerics;

public sealed unsafe class LaneKernelsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(18)]
    [InlineData(43)]
    public void Invert_PositiveDefinite_TimesTheMatrixIsTheIdentity(int n)
    {
        var stride = PaddedKernels.Stride(n) + 1;
        Lanes[] matrix = Matrices(n, stride), inverse = [.. matrix], scratch = new Lanes[2 * n];
        Lanes isRegular, logDeterminant;
        fixed (Lanes* at = inverse, row = scratch)
            isRegular = LaneKernels.Invert(at, n, stride, row, out logDeterminant);
        Assert.Equal(0xFu, isRegular.ExtractMostSignificantBits());
        for (var lane = 0; lane < 4; lane++)
        {
            Assert.Equal(Math.Log(Dense(matrix, n, stride, lane).Determinant()), logDeterminant[lane], 1e-8);
            var product = Dense(matrix, n, stride, lane) * Dense(inverse, n, stride, lane);
            Assert.All(product.EnumerateIndexed(), each => Assert.Equal(each.Item1 == each.Item2 ? 1 : 0, each.Item3, 1e-10));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(42)]
    public void Solve_PositiveDefinite_UndoesTheProduct(int n)
    {
        var stride = PaddedKernels.Stride(n);
        Lanes[] matrix = Matrices(n, stride), factor = [.. matrix], x = [.. Enumerable.Range(0, n).Select(j => Vector256.Create(j + 1.0, -j, 0.5 * j, 2))];
        var b = new Lanes[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                b[i] += matrix[(i * stride) + j] * x[j];
        }

        fixed (Lanes* at = factor, vector = b)
        {
            Assert.Equal(0xFu, LaneKernels.Factor(at, n, stride).ExtractMostSignificantBits());
            LaneKernels.Solve(at, n, stride, vector);
        }

        Assert.All(x.Zip(b), pair => Assert.True(Vector256.LessThanAll(Vector256.Abs(pair.First - pair.Second), Vector256.Create(1e-8))));
    }

    [Fact]
    public void FactorAndInvert_IndefiniteLane_AreRefusedThereAlone()
    {
        Lanes[] matrix = Matrices(6, 9), factor = Matrices(6, 8), scratch = new Lanes[12];
        matrix[(3 * 9) + 3] = matrix[(3 * 9) + 3].WithElement(2, -1);
        factor[(3 * 8) + 3] = factor[(3 * 8) + 3].WithElement(1, double.NaN);
        fixed (Lanes* one = matrix, other = factor, row = scratch)
        {
            Assert.Equal(0b1011u, LaneKernels.Invert(one, 6, 9, row, out _).ExtractMostSignificantBits());
            Assert.Equal(0b1101u, LaneKernels.Factor(other, 6, 8).ExtractMostSignificantBits());
        }
    }

    /// <summary>Different positive definite matrices in the lanes, both triangles; a spare row for odd sizes.</summary>
    private static Lanes[] Matrices(int n, int stride)
    {
        var matrix = new Lanes[(stride + 1) * stride];
        for (var lane = 0; lane < 4; lane++)
        {
            var stream = RandomStream.For(3, (10 * n) + lane);
            var root = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n, n, (_, _) => stream.NextNormal());
            var product = (root * root.Transpose()) + MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseIdentity(n);
            foreach (var (i, j, value) in product.EnumerateIndexed())
                matrix[(i * stride) + j] = matrix[(i * stride) + j].WithElement(lane, value);
        }

        return matrix;
    }

    private static MathNet.Numerics.LinearAlgebra.Matrix<double> Dense(Lanes[] matrix, int n, int stride, int lane) =>
        MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n, n, (i, j) => matrix[(i * stride) + j][lane]);
}
