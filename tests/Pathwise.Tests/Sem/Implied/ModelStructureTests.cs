using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Implied;

public sealed class ModelStructureTests
{
    private static readonly ParameterTable Table = ModelSpecification.Parse("y ~ x1 + x2").Table(new() { MeanStructure = true });

    private static readonly SampleMoments Sample = SampleMoments.OfCovariance(
        ["x2", "y", "x1"], Matrix<double>.Build.DenseOfArray(new[,] { { 4.0, 1, 2 }, { 1, 9, 3 }, { 2, 3, 16 } }), 50, Vector<double>.Build.Dense([40.0, 90, 160]), Divisor.Count);

    [Fact]
    public void With_FillsTheMomentsOfExogenousVariablesByName()
    {
        var filled = ModelStructure.Of(Table).With([Sample]);
        Assert.Equal([16, 2, 4, 160, 40], Held(filled).Select(cell => cell.Fixed));
        Assert.All(Held(ModelStructure.Of(Table)), cell => Assert.Equal(double.NaN, cell.Fixed));
    }

    [Fact]
    public void WithFreeMoments_TakesThemFromBehindTheFreeParameters()
    {
        var structure = ModelStructure.Of(Table).WithFreeMoments(out var moments);
        Assert.Equal(["x1~~x1", "x1~~x2", "x2~~x2", "x1~1", "x2~1"], moments.Select(row => row.Lhs + row.Operator.Text() + row.Rhs));
        Assert.Equal(Enumerable.Range(Table.FreeCount, 5), Held(structure).Select(cell => cell.Free));
        Assert.Equal(Table.FreeCount, structure.FreeCount);
    }

    [Fact]
    public void Latents_AreTheLatentVariablesAndThenTheObservedOnesOfRegressions() =>
        Assert.Equal(["f", "g", "y1", "z"], ModelInPlace.Structure.Latents);

    private static IEnumerable<ModelCell> Held(ModelStructure structure) =>
        structure.Groups[0].Where(cell => cell.TableRow >= 0 && Table.Rows[cell.TableRow].IsSampleMoment);
}
