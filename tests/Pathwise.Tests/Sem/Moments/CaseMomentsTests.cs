using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;
using Xunit;

namespace Pathwise.Tests.Sem.Moments;

public sealed class CaseMomentsTests
{
    [Theory]
    [InlineData(2.3)]
    [InlineData(0.1)]
    [InlineData(99.9)]
    [InlineData(-1e300)]
    [InlineData(4)]
    public void Moments_EqualValues_HaveThatMeanAndNoVariance(double value)
    {
        for (var n = 2; n < 400; n += 7)
        {
            var cases = Matrix<double>.Build.Dense(n, 2, (i, j) => j == 0 ? value : i);
            Assert.Equal(value, CaseMoments.Means(cases)[0]);
            Assert.Equal(0, CaseMoments.Covariance(cases, Divisor.Count)[0, 0]);
            Assert.Equal(0, CaseMoments.Covariance(cases, Divisor.Count)[1, 0]);
        }
    }

    [Fact]
    public void Covariance_ValuesMissing_IsOfTheCasesThatHaveBoth()
    {
        var cases = Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 2 }, { 3, double.NaN }, { 2, 5 }, { double.NaN, 7 }, { 6, 8 } });
        var covariance = CaseMoments.Covariance(cases, Divisor.CountLessOne);

        // By hand: x over 1, 3, 2, 6; y over 2, 5, 7, 8; both over (1, 2), (2, 5), (6, 8).
        Oracle.Near(14.0 / 3, covariance[0, 0], 1e-15);
        Oracle.Near(7, covariance[1, 1], 1e-15);
        Oracle.Near(7.5, covariance[1, 0], 1e-15);
        Assert.Equal([3, 5.5], CaseMoments.Means(cases));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1L << 40)]
    [InlineData(1L << 50)]
    public void Covariance_LargeNumberAdded_KeepsItsDigits(long added)
    {
        // Whole numbers below 2^53 are exact, so adding one to all values must change nothing: the variance of 1 to n is n (n + 1) / 12.
        var cases = Matrix<double>.Build.Dense(101, 2, (i, j) => added + (j == 0 ? i : 100 - i));
        var covariance = CaseMoments.Covariance(cases, Divisor.CountLessOne);
        Oracle.Near(101 * 102 / 12.0, covariance[0, 0], 1e-13);
        Oracle.Near(-101 * 102 / 12.0, covariance[1, 0], 1e-13);
    }

    [Fact]
    public void IsConstant_ValuesThatDifferInTheLastBit_IsFalse()
    {
        Assert.True(CaseMoments.IsConstant([double.NaN, 2.3, 2.3, double.NaN, 2.3]));
        Assert.True(CaseMoments.IsConstant([double.NaN]));
        Assert.False(CaseMoments.IsConstant([2.3, Math.BitIncrement(2.3)]));
    }
}
