using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class ConstraintSetTests
{
    [Theory]
    [InlineData("a == b\nb == a", true, 1)]
    [InlineData("a == b\na == b\n2*a == 2*b", true, 1)]
    [InlineData("a == 1\nb == 2\na + b == 3", true, 2)]
    [InlineData("a == 1\na == 2", false, 1)]
    [InlineData("a == b\na == b + 1", false, 1)]
    [InlineData("a == 1\nb == 2\na + b == 4", false, 2)]
    public void Of_LinearEqualities_RemovesWhatIsRedundantAndSeesWhatContradicts(string constraints, bool areConsistent, int rank)
    {
        var table = ModelSpecification.Parse($"f =~ x1 + a*x2 + b*x3 + x4\n{constraints}").Table();
        var set = new ConstraintSet(table);
        Assert.Equal(areConsistent, set.AreConsistent);
        Assert.Equal(table.FreeCount - rank, set.Basis!.ColumnCount);
    }

    [Fact]
    public void Project_AnyPoint_MeetsTheEqualities()
    {
        var set = new ConstraintSet(ModelSpecification.Parse("f =~ x1 + a*x2 + b*x3 + x4\na + 2*b == 3").Table());
        var point = set.Project([5, -1, 0.3, 1, 1, 1, 1, 1]);
        Oracle.Near(3, point[0] + (2 * point[1]), 1e-12);
    }
}
