using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Xunit;

namespace Pathwise.Tests.Sem.Moments;

public sealed class MomentVectorTests
{
    private static readonly Matrix<double> Covariance =
        Matrix<double>.Build.DenseOfArray(new[,] { { 11.0, 21, 31 }, { 21, 22, 32 }, { 31, 32, 33 } });

    [Fact]
    public void Whole_IsTheLowerTriangleRowByRowAndThenTheMeans()
    {
        var vector = MomentVector.Whole(["a", "b", "c"]);
        string[] expected = ["a~~a", "a~~b", "b~~b", "a~~c", "b~~c", "c~~c", "a~1", "b~1", "c~1"];
        Assert.Equal(expected, vector.All.Select(vector.Term).Select(term => $"{term.Lhs}{term.Operator.Text()}{term.Rhs}"));
        Assert.Equal([11, 21, 22, 31, 32, 33, 1, 2, 3], vector.Values(Covariance, Vector<double>.Build.Dense([1.0, 2, 3])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Positions_AreThoseOfTheVector(int variables)
    {
        var vector = MomentVector.Whole([.. Enumerable.Range(0, variables).Select(i => $"v{i}")]);
        Assert.Equal((variables * (variables + 1) / 2) + variables, vector.Count);
        for (var k = 0; k < vector.Count; k++)
        {
            var (kind, i, j) = vector.All[k];
            Assert.Equal(k, kind == MomentKind.Mean ? MomentVector.PositionOfMean(i, variables) : MomentVector.PositionOfCovariance(i, j));
            Assert.Equal(MomentVector.PositionOfCovariance(i, j), MomentVector.PositionOfCovariance(j, i));
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Of_HasTheFreeRowsOfTheSaturatedModelInItsOrder(bool hasMeans, bool isFixed)
    {
        var table = ModelSpecification.Parse("y ~ x1 + x2\nz ~ y + x1").Table(new() { MeanStructure = hasMeans, FixedX = isFixed });
        var vector = MomentVector.Of(table);
        var expected = table.SaturatedGroup(1).Rows.Where(row => row.IsFree).Select(row => (row.Lhs, row.Operator, row.Rhs));
        Assert.Equal(expected, vector.Kept.Select(k => vector.Term(vector.All[k])));
        Assert.Equal(hasMeans, vector.HasMeans);
        Assert.Equal(10 - (isFixed ? 3 : 0) + (hasMeans ? isFixed ? 2 : 4 : 0), vector.Count);
    }

    [Fact]
    public void Place_LeavesWhatDoesNotCountUndefined()
    {
        var vector = MomentVector.Of(ModelSpecification.Parse("y ~ x").Table(new() { MeanStructure = true }));
        Assert.Equal([1, 2, double.NaN, 3, double.NaN], vector.Place([1, 2, 3]));
        Assert.Equal([false, false, false], Enumerable.Range(0, 3).Select(k => vector.IsOf(["x"], k)));
    }
}
