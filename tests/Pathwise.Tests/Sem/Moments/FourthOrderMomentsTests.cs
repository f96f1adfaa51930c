using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;
using Xunit;

namespace Pathwise.Tests.Sem.Moments;

public sealed class FourthOrderMomentsTests
{
    // x = -1, 0, 0, 1 and y = 2, 0, 0, 2: deviations of y are 1, -1, -1, 1; products less their means by hand.
    private static readonly Matrix<double> Cases = Matrix<double>.Build.DenseOfArray(new double[,] { { -1, 2 }, { 0, 0 }, { 0, 0 }, { 1, 2 } });

    [Fact]
    public void Asymptotic_FourCases_AreTheMeansOfProducts()
    {
        var moments = FourthOrderMoments.Of(Cases, hasMeans: true);
        Assert.Equal((5, 4), (moments.Size, moments.Count));

        // s_xx, s_xy, s_yy, means of x and y: rows (.5, -.5, -.5, .5), (-1, 0, 0, 1), (0, 0, 0, 0), (-1, 0, 0, 1), (1, -1, -1, 1).
        double[] expected =
        [
            0.25, 0, 0, 0, 0.5,
            0, 0.5, 0, 0.5, 0,
            0, 0, 0, 0, 0,
            0, 0.5, 0, 0.5, 0,
            0.5, 0, 0, 0, 1,
        ];
        Assert.Equal(expected, moments.Asymptotic);
        Assert.Equal([0.25, 0, 0, 0, 0.5, 0, 0, 0, 0], FourthOrderMoments.Of(Cases, hasMeans: false).Asymptotic);
    }

    [Fact]
    public void Inverse_NoMoreCasesThanMoments_IsNull() => Assert.Null(FourthOrderMoments.Of(Cases, hasMeans: true).Inverse);

    [Fact]
    public void Asymptotic_ShiftedVariables_IsTheSame()
    {
        var shifted = FourthOrderMoments.Of(Cases + 1024, hasMeans: true);
        Assert.Equal(FourthOrderMoments.Of(Cases, hasMeans: true).Asymptotic, shifted.Asymptotic);
    }
}
