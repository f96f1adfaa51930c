using Pathwise.Numerics;

namespace Pathwise.Sem.Compiled.FourAtOnce;

/// <summary>Which places of a model's matrices can differ from zero: worked out once, so that products skip the others.</summary>
internal sealed class LanePattern
{
    /// <summary>Places of Lambda by row: observed, structural variable.</summary>
    public required (int Row, int Column)[] Lambda { get; init; }

    /// <summary>Places of Psi, both triangles.</summary>
    public required (int Row, int Column)[] Psi { get; init; }

    /// <summary>For each structural variable those from which a path leads to it: the places of its row in B.</summary>
    public required int[][] Reaching { get; init; }

    /// <summary>For each structural variable those to which a path leads from it: the places of its column in B.</summary>
    public required int[][] ReachedBy { get; init; }

    /// <summary>All structural variables.</summary>
    public required int[] All { get; init; }

    /// <summary>The map's terms, their places counted with the given row length of U'(.)U.</summary>
    public required CurvatureTerm[] Terms { get; init; }

    public static LanePattern Of(CovarianceModel model, DerivativeMap map, int rowOfU)
    {
        var mapped = PaddedKernels.Stride(map.ColumnCount);
        var m = model.StructuralCount;
        CompiledCell[] cells = [.. model.Free.Concat(model.Fixed.Select(each => each.Cell)).Concat(model.SampleMoments.Select(each => each.Cell)).Distinct()];
        int[] Where(Func<int, bool> holds) => [.. Enumerable.Range(0, m).Where(holds)];
        return new LanePattern
        {
            Lambda = [.. cells.Where(cell => cell.Matrix == CompiledMatrix.Lambda).Select(cell => (cell.Row, cell.Column)).Order()],
            Psi = [.. cells.Where(cell => cell.Matrix == CompiledMatrix.Psi)
                .SelectMany(cell => new[] { (cell.Row, cell.Column), (cell.Column, cell.Row) }).Distinct().Order()],
            Reaching = [.. Enumerable.Range(0, m).Select(i => Where(k => map.Reaches[(i * m) + k]))],
            ReachedBy = [.. Enumerable.Range(0, m).Select(k => Where(i => map.Reaches[(i * m) + k]))],
            All = Where(_ => true),
            Terms = [.. map.Terms.Select(term => term with { Residual = (term.Residual / mapped * rowOfU) + (term.Residual % mapped) })],
        };
    }
}
