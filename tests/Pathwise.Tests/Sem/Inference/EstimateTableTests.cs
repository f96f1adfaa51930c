using Pathwise.Numerics;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class EstimateTableTests
{
    private static readonly IReadOnlyList<Estimate> Rows = Fits.Of("x2 ~ a*x1 + 0.1*x4\nx3 ~ b*x2\nab := a*b\na > 0").Estimates();

    [Fact]
    public void Estimates_FreeRow_HasItsErrorAndInterval()
    {
        var (row, covariance) = (Rows[0], Fits.Of("x2 ~ a*x1 + 0.1*x4\nx3 ~ b*x2\nab := a*b\na > 0").Covariance()!);
        Assert.Equal(Math.Sqrt(covariance[0, 0]), row.StandardError!.Value, 12);
        Assert.Equal(row.Value - (NormalDistribution.Quantile(0.975) * row.StandardError.Value), row.Lower!.Value, 12);
        Assert.Equal(NormalDistribution.TwoSided(row.Z!.Value), row.PValue!.Value, 12);
    }

    [Fact]
    public void Estimates_FixedRow_HasNoErrorAndItsValueForAnInterval()
    {
        var row = Rows.Single(each => each.Rhs == "x4" && each.Operator == Operator.Regression);
        Assert.Equal((0.1, 0.1, 0.1), (row.Value, row.Lower, row.Upper));
        Assert.Null(row.StandardError);
    }

    [Fact]
    public void Effects_AreTheDefinitionsAndConstraintsHaveNoRow()
    {
        Assert.Equal(["ab"], Rows.Where(row => row.Operator == Operator.Definition).Select(row => row.Lhs));
        Assert.DoesNotContain(Rows, row => row.Operator > Operator.Definition);
        Assert.Equal(Rows[0].Value * Rows.Single(row => row.Label == "b").Value, Rows[^1].Value, 12);
    }
}
