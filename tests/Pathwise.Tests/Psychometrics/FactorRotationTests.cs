using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class FactorRotationTests
{
    private static readonly Matrix<double> Start = Matrix<double>.Build.DenseOfArray(new[,] { { 0.7, 0.3 }, { 0.6, -0.4 }, { 0, 0 }, { 0.4, 0.1 }, { 0.8, -0.2 } });

    [Theory]
    [InlineData(Rotation.None)]
    [InlineData(Rotation.Varimax)]
    [InlineData(Rotation.Promax)]
    [InlineData(Rotation.Oblimin)]
    public void Of_AnyRotation_ImpliesTheSameAndLeavesAnEmptyItemEmpty(Rotation rotation)
    {
        var (loadings, correlations) = FactorRotation.Of(Start, rotation);
        Oracle.Near([.. (Start * Start.Transpose()).Enumerate()], [.. (loadings * correlations * loadings.Transpose()).Enumerate()], 1e-10);
        Assert.Equal(0, loadings.Row(2).L2Norm());
    }

    [Fact]
    public void Of_OneFactor_IsNotTurned()
    {
        var single = Start.SubMatrix(0, 5, 0, 1);
        Assert.Equal(single, FactorRotation.Of(single, Rotation.Oblimin).Loadings);
    }

    [Fact]
    public void Ordered_Factors_ComeByVarianceWithPositiveSums()
    {
        var loadings = Matrix<double>.Build.DenseOfArray(new[,] { { 0.2, -0.9 }, { 0.3, -0.8 } });
        var correlations = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.4 }, { 0.4, 1 } });
        var ordered = new FactorRotation(loadings, correlations).Ordered();
        Assert.Equal(Matrix<double>.Build.DenseOfArray(new[,] { { 0.9, 0.2 }, { 0.8, 0.3 } }), ordered.Loadings);
        Assert.Equal(-0.4, ordered.Correlations[0, 1]);
    }
}
