using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Implied;

public sealed class CellLayoutTests
{
    [Theory]
    [InlineData("f=~x1", (int)ModelMatrix.Lambda, 0, 0)]
    [InlineData("g~f", (int)ModelMatrix.Beta, 1, 0)]
    [InlineData("g~z", (int)ModelMatrix.Beta, 1, 3)]
    [InlineData("x1~~x2", (int)ModelMatrix.Theta, 1, 0)]
    [InlineData("y1~~z", (int)ModelMatrix.Psi, 3, 2)]
    [InlineData("z~~z", (int)ModelMatrix.Psi, 3, 3)]
    [InlineData("f~1", (int)ModelMatrix.Alpha, 0, 0)]
    [InlineData("z~1", (int)ModelMatrix.Alpha, 3, 0)]
    [InlineData("x3~1", (int)ModelMatrix.Nu, 2, 0)]
    public void Cells_EachRow_HasItsPlace(string name, int matrix, int row, int column)
    {
        var structure = ModelInPlace.Structure;
        var index = structure.Table.Rows.ToList().FindIndex(each => each.Lhs + each.Operator.Text() + each.Rhs == name);
        var cell = structure.Groups[0].Single(each => each.TableRow == index);
        Assert.Equal(((ModelMatrix)matrix, row, column), (cell.Matrix, cell.Row, cell.Column));
        Assert.Equal(structure.Table.Rows[index].Free - 1, cell.Free);
    }

    [Fact]
    public void Cells_ObservedVariablesAmongTheLatent_AreCarriedOverByOnes() => Assert.All(
        ModelInPlace.Structure.Groups[0].Where(cell => cell.TableRow < 0),
        cell => Assert.Equal((ModelMatrix.Lambda, 1.0, ModelInPlace.Structure.Latents[cell.Column]), (cell.Matrix, cell.Fixed, ModelInPlace.Structure.Observed[cell.Row])));
}
