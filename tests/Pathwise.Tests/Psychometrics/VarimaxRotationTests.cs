using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class VarimaxRotationTests
{
    private static readonly Matrix<double> Clean = Matrix<double>.Build.DenseOfArray(new[,] { { 0.8, 0 }, { 0.7, 0 }, { 0, 0.6 }, { 0, 0.9 } });

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.7)]
    public void Of_CleanClustersThatWereTurned_TurnsThemBack(double angle)
    {
        var rotated = VarimaxRotation.Of(Clean * Turn(angle));
        var columns = rotated.Column(0).AbsoluteMaximumIndex() < 2 ? new[] { 0, 1 } : [1, 0];
        for (var i = 0; i < 4; i++)
            Oracle.Near([Clean[i, 0], Clean[i, 1]], columns.Select(k => Math.Abs(rotated[i, k])).ToArray(), 1e-9);
    }

    [Fact]
    public void Of_AnyLoadings_IsAMaximumAmongRotationsThatKeepCommunalities()
    {
        var start = Matrix<double>.Build.DenseOfArray(new[,] { { 0.7, 0.3 }, { 0.6, -0.4 }, { 0.5, 0.5 }, { 0.4, 0.1 }, { 0.8, -0.2 } });
        var rotated = VarimaxRotation.Of(start);
        Oracle.Near([.. (start * start.Transpose()).Enumerate()], [.. (rotated * rotated.Transpose()).Enumerate()], 1e-12);
        foreach (var angle in new[] { -0.3, -0.01, 0.01, 0.3 })
            Assert.True(Criterion(rotated * Turn(angle)) < Criterion(rotated));
    }

    private static Matrix<double> Turn(double angle) => Matrix<double>.Build.DenseOfArray(new[,]
    {
        { Math.Cos(angle), -Math.Sin(angle) }, { Math.Sin(angle), Math.Cos(angle) },
    });

    // The variance of the squared loadings, factor by factor.
    private static double Criterion(Matrix<double> loadings) => loadings.EnumerateColumns().Sum(column =>
        column.Average(value => Math.Pow(value, 4)) - Math.Pow(column.Average(value => value * value), 2));
}
