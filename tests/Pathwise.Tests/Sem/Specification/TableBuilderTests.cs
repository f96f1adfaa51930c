using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Specification;

public sealed class TableBuilderTests
{
    [Fact]
    public void Build_RowsOfParameters_AreNumberedAndFollowedByRelations()
    {
        var table = ModelSpecification.Parse("y ~ a*x + 0.5*z\nm ~ b*y\nab := a*b\na == b").Table();
        Assert.Equal(Enumerable.Range(1, table.FreeCount), table.Rows.Where(row => row.IsFree).Select(row => row.Free));
        Assert.Equal([":=", "=="], table.Rows.SkipWhile(row => row.Operator.IsModelParameter()).Select(row => row.Operator.Text()));
        Assert.All(table.Rows.Where(row => !row.Operator.IsModelParameter()), row => Assert.Equal(0, row.Group));
    }

    [Fact]
    public void Build_GroupPartial_IsReadWithoutBlanks() => Assert.Single(
        ModelSpecification.Parse("f =~ a + b + c").Table(new() { GroupEqual = [GroupEquality.Loadings], GroupPartial = ["f =~ c"], MeanStructure = false }, ["u", "v"]).Constraints);
}
