using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class StandardizedSolutionTests
{
    // The standardized slope of one random cause is a correlation r, with the error (1 - r^2) / sqrt(n).
    [Fact]
    public void Standardized_OneCause_IsACorrelationWithItsError()
    {
        var fit = Fits.Of("x4 ~ x1", options: new() { FixedX = false });
        var (row, s) = (fit.Standardized()[0], fit.Sample[0].Covariance);
        var r = s[0, 1] / Math.Sqrt(s[0, 0] * s[1, 1]);
        Oracle.Near(r, row.Value, 1e-8);
        Oracle.Near((1 - (r * r)) / Math.Sqrt(80), row.StandardError, 1e-8);
    }

    [Fact]
    public void Standardized_VarianceOfOne_HasNoError()
    {
        var row = Fits.Of(Fits.Factors).StandardizedLatent().Single(each => each.Parameter is { Lhs: "f", Operator: Operator.Covariance, Rhs: "f" });
        Assert.Equal(1, row.Value!.Value, 12);
        Assert.Null(row.StandardError);
    }
}
