using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class SymmetricSpectrumTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(60)]
    public void Of_RandomMatrix_HasTheEigenvaluesOfJacobi(int n)
    {
        var matrix = Random(n, n);
        var expected = SymmetricEigen.Of(matrix, n).Values;
        Assert.All(SymmetricSpectrum.Of(matrix, n)!.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-12 * n));
    }

    [Fact]
    public void Of_MatrixOfLowRank_HasZeros()
    {
        const int n = 30;
        var part = Random(n, 4);
        var matrix = new double[n * n];
        for (var i = 0; i < n * n; i++)
            matrix[i] = Enumerable.Range(0, 4).Sum(k => part[((i / n) * 4) + k] * part[((i % n) * 4) + k]);
        var values = SymmetricSpectrum.Of(matrix, n)!;
        Assert.All(values.Skip(4), value => Assert.Equal(0, value, 1e-13 * values[0]));
        Assert.Equal(Enumerable.Range(0, n).Sum(i => matrix[(i * n) + i]), values.Sum(), 1e-11);
        Assert.Equal([0.0, 0, 0], SymmetricSpectrum.Of(new double[9], 3)!);
    }

    private static double[] Random(int rows, int columns)
    {
        var stream = RandomStream.For(5, rows);
        double[] numbers = [.. Enumerable.Range(0, rows * columns).Select(_ => stream.NextNormal())];
        return rows != columns ? numbers : [.. numbers.Select((_, i) => numbers[i] + numbers[((i % rows) * rows) + (i / rows)])];
    }
}
