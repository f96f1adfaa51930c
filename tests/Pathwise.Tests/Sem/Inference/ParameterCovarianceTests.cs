using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ParameterCovarianceTests
{
    // A regression: v / (n s_xx) of the slope, 2 v^2 / n of the residual variance, and no covariance.
    [Fact]
    public void Of_Regression_IsTheTextbooks()
    {
        var fit = Fits.Of("x2 ~ x1");
        var covariance = ParameterCovariance.Of(fit)!;
        var (v, sxx) = (fit.Values[1], fit.Sample[0].Covariance[1, 1]);
        Fits.Near(Matrix<double>.Build.DenseOfDiagonalArray([v / (80 * sxx), 2 * v * v / 80]), covariance, 1e-10);
    }

    [Fact]
    public void Of_EqualParameters_VaryTogether()
    {
        var fit = Fits.Of("f =~ x1 + a*x2 + a*x3 + x4");
        var covariance = ParameterCovariance.Of(fit)!;
        int[] tied = [.. fit.Table.Rows.Where(row => row.Label == "a").Select(row => row.Free - 1)];
        Oracle.Near([.. covariance.Row(tied[0])], [.. covariance.Row(tied[1])], 1e-12);
        Assert.Equal(fit.Values.Count - 1, ParameterCovariance.Basis(fit)!.ColumnCount);
    }

    [Fact]
    public void Inverse_OfASingularMatrix_IsUndefined() =>
        Assert.Null(ParameterCovariance.Inverse(Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 1 }, { 1, 1 } })));
}
