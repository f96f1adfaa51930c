using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class EqualityScoresTests
{
    // A path that is constrained to zero is lifted as one that is left out is freed.
    [Fact]
    public void Each_PathOfZero_IsItsModificationIndex()
    {
        var constrained = Fits.Of("x2 ~ x1\nx3 ~ x2 + k*x1\nk == 0");
        var omitted = Fits.Of("x2 ~ x1\nx3 ~ x2");
        var index = omitted.ModificationIndices().Single(each => each is { Lhs: "x3", Operator: Operator.Regression, Rhs: "x1" });
        var test = Assert.Single(EqualityScores.Each(constrained)).Test;
        Oracle.Near(index.Drop, test.Value, 1e-6);
        Oracle.Near(test.Value!.Value, EqualityScores.Joint(constrained).Test.Value, 1e-10);
    }

    [Fact]
    public void Joint_WithoutConstraints_IsUndefined() => Assert.Null(EqualityScores.Joint(Fits.Of("x2 ~ x1")).Test.Value);
}
