using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class MomentResidualTests
{
    [Fact]
    public void ResidualsByMoment_AreTheElementsOfTheirMatrices()
    {
        var fit = Fits.Of(Fits.Factors, options: new() { MeanStructure = true });
        var (rows, raw) = (fit.ResidualsByMoment(), fit.RawResiduals()[0]);
        Assert.Equal(21 + 6, rows.Count);
        var row = rows.Single(each => each is { Lhs: "x2", Operator: Operator.Covariance, Rhs: "x5" });
        Assert.Equal(raw.Covariance[4, 1], row.Raw);
        Assert.Equal(fit.StandardizedResiduals()[0].Covariance[1, 4], row.Standardized);
        Assert.Equal(["x1", "x2", "x3", "x4", "x5", "x6"], rows.Where(each => each.Operator == Operator.Intercept).Select(each => each.Lhs));
        Assert.Equal(21, Fits.Of(Fits.Factors).ResidualsByMoment().Count);
    }
}
