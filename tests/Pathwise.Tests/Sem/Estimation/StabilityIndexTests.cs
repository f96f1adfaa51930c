using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class StabilityIndexTests
{
    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(-2, 0.25)]
    [InlineData(1.5, 0.8)]
    [InlineData(1e6, 2e-6)]
    public void StabilityIndex_OfTwoVariables_IsTheRootOfTheLoopsGain(double there, double back)
    {
        // The eigenvalues of (0 b; c 0) are the roots of bc.
        var fit = ModelSpecification.Parse(FormattableString.Invariant($"x1 ~ {there}*x2 + x5\nx2 ~ {back}*x1 + x6")).Fit(Edges.Data("blocks"));
        Oracle.Near(Math.Sqrt(Math.Abs(there * back)), fit.StabilityIndex, 1e-10);
        Assert.Equal(fit.StabilityIndex >= 1, Edges.Warns(fit, "unstable-loop"));
    }

    [Fact]
    public void StabilityIndex_WithoutLoops_IsNull() =>
        Assert.Null(ModelSpecification.Parse("x1 ~ x2\nx2 ~ x3\nx1 ~ x3").Fit(Edges.Data("blocks")).StabilityIndex);
}
