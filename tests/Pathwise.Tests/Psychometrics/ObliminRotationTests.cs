using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class ObliminRotationTests
{
    [Fact]
    public void Of_CleanClustersOfCorrelatedFactors_GivesThemAndTheirCorrelation()
    {
        var clean = Matrix<double>.Build.DenseOfArray(new[,] { { 0.8, 0 }, { 0.7, 0 }, { 0, 0.6 }, { 0, 0.9 } });
        var correlations = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.4 }, { 0.4, 1 } });
        var (loadings, found) = ObliminRotation.Of(clean * correlations.Cholesky().Factor);
        Assert.Equal(0.4, Math.Abs(found[0, 1]), 1e-7);
        Assert.Equal([0.0, 0, 0, 0, 0.6, 0.7, 0.8, 0.9], loadings.Enumerate().Select(value => Math.Round(Math.Abs(value), 6)).Order());
    }

    [Fact]
    public void Of_AnyLoadings_KeepsWhatTheyImplyAndUnitVariances()
    {
        var start = Matrix<double>.Build.DenseOfArray(new[,] { { 0.7, 0.3 }, { 0.6, -0.4 }, { 0.5, 0.5 }, { 0.4, 0.1 }, { 0.8, -0.2 } });
        var (loadings, correlations) = ObliminRotation.Of(start);
        Oracle.Near([.. (start * start.Transpose()).Enumerate()], [.. (loadings * correlations * loadings.Transpose()).Enumerate()], 1e-10);
        Oracle.Near([1, 1], [.. correlations.Diagonal()], 1e-12);
    }
}
