using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Specification;

public sealed class MomentTablesTests
{
    private static readonly ParameterTable Table = ModelSpecification.Parse("y ~ x1 + x2\nz ~ y").Table(new() { MeanStructure = true }, ["a", "b"]);

    [Fact]
    public void HeldVariables_AreTheExogenousOnesWhoseMomentsAreTheSamples()
    {
        Assert.Equal(["x1", "x2"], Table.HeldVariables());
        Assert.Empty(ModelSpecification.Parse("y ~ x1").Table(new() { FixedX = false }).HeldVariables());
    }

    [Fact]
    public void Saturated_HasEveryMomentOfEachGroup()
    {
        var saturated = Table.Saturated();
        Assert.Equal(2 * (10 + 4), saturated.Rows.Count);
        Assert.Equal(2 * (10 + 4 - 3 - 2), saturated.FreeCount);
        Assert.Equal(14, Table.SaturatedGroup(2).Rows.Count);
        Assert.Equal("b", Table.SaturatedGroup(2).GroupLabels.Single());
    }

    [Fact]
    public void Baseline_LetsExogenousVariablesCovaryAlone() => Assert.Equal(
        ["x1~~x2", "x1~~x2"],
        Table.Baseline().Rows.Where(row => row.Operator == Operator.Covariance && row.Lhs != row.Rhs).Select(row => row.Lhs + row.Operator.Text() + row.Rhs));
}
