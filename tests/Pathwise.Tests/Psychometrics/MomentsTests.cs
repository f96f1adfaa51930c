using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class MomentsTests
{
    private static readonly Matrix<double> Values = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 2 }, { 5, 8 } });

    [Fact]
    public void Covariance_ThreeCases_IsThatByHand()
    {
        Assert.Equal([3.0, 4.0], Moments.Means(Values));
        Assert.Equal([[4.0, 6.0], [6.0, 12.0]], Moments.Covariance(Values).ToRowArrays());
        Assert.Equal(6 / Math.Sqrt(48), Moments.Correlation(Values)[0, 1], 1e-15);
        Assert.Equal(1, Moments.Correlation(Values)[1, 1]);
    }

    [Fact]
    public void Correlation_OfAnItemThatDoesNotVary_IsUndefined() =>
        Assert.False(double.IsFinite(Moments.Correlation(Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 1, 3 } }))[0, 1]));

    [Fact]
    public void RowsAndColumns_Positions_AreTakenInTheirOrderAndMayRepeat()
    {
        Assert.Equal([[5.0, 8.0], [1.0, 2.0], [5.0, 8.0]], Moments.Rows(Values, [2, 0, 2]).ToRowArrays());
        Assert.Equal([[2.0], [2.0], [8.0]], Moments.Columns(Values, [1]).ToRowArrays());
    }
}
