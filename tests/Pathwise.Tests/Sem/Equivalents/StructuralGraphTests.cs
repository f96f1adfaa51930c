using Pathwise.Sem.Equivalents;
using Xunit;

namespace Pathwise.Tests.Sem.Equivalents;

public sealed class StructuralGraphTests
{
    private static readonly string[] Variables = ["x", "m", "y"];

    [Fact]
    public void Of_TheSameRelationsInAnyOrder_IsTheSameGraph()
    {
        var one = StructuralGraph.Of(Variables, [new("x", "m", true), new("y", "m", false)]);
        var other = StructuralGraph.Of(Variables, [new("m", "y", false), new("x", "m", true)]);
        Assert.Equal(one, other);
        Assert.Equal(["m ~ x", "m ~~ y"], one.Lines());
        Assert.Equal(["x ~~ 0*y"], one.Zeros());
    }

    [Theory]
    [InlineData("x>m,m>y", true)]
    [InlineData("x>m,m>y,y>x", false)]
    [InlineData("x>m,m>x", false)]
    public void IsAcyclic_IsFalseForAWayBack(string arrows, bool expected) => Assert.Equal(
        expected,
        StructuralGraph.Of(Variables, arrows.Split(',').Select(arrow => new StructuralRelation(arrow[..1], arrow[2..], true))).IsAcyclic);

    [Fact]
    public void CommonFactor_TakesANameThatIsFree()
    {
        Assert.Equal(["common =~ x + m + y"], StructuralGraph.CommonFactor(Variables).Lines());
        Assert.Equal(["common_factor =~ x + common"], StructuralGraph.CommonFactor(["x", "common"]).Lines());
    }
}
