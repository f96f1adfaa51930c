using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class CronbachAlphaTests
{
    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(4, 0.3)]
    public void Of_EqualCorrelations_IsSpearmanAndBrowns(int items, double r)
    {
        var covariance = Matrix<double>.Build.Dense(items, items, (i, j) => i == j ? 1 : r);
        Assert.Equal(items * r / (1 + ((items - 1) * r)), CronbachAlpha.Of(covariance)!.Value, 1e-14);
    }

    [Fact]
    public void Of_OneItemOrASumThatDoesNotVary_IsUndefined()
    {
        Assert.Null(CronbachAlpha.Of(Matrix<double>.Build.Dense(1, 1, 2)));
        Assert.Null(CronbachAlpha.Of(Matrix<double>.Build.DenseOfArray(new double[,] { { 1, -1 }, { -1, 1 } })));
    }

    [Fact]
    public void Feldt_AnInterval_HoldsAlphaAndNarrowsWithCases()
    {
        var few = CronbachAlpha.Feldt(0.8, 50, 4, 0.95)!.Value;
        var many = CronbachAlpha.Feldt(0.8, 500, 4, 0.95)!.Value;
        Assert.True(few.Contains(0.8) && many.Contains(0.8) && many.Width < few.Width / 2);
        Assert.Null(CronbachAlpha.Feldt(null, 50, 4, 0.95));
        Assert.Null(CronbachAlpha.Feldt(0.8, 1, 4, 0.95));
        Assert.Null(CronbachAlpha.Feldt(0.8, 50, 1, 0.95));
    }
}
