using System.Globalization;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Implied;

/// <summary>Finds the cell of each row of a parameter table.</summary>
internal sealed class CellLayout(IReadOnlyList<string> observed, IReadOnlyList<string> latents)
{
    private readonly Dictionary<string, int> observedAt = Positions(observed);
    private readonly Dictionary<string, int> latentAt = Positions(latents);

    /// <summary>The cells of one group (counted from 1), those that carry promoted variables over first.</summary>
    public IReadOnlyList<ModelCell> Cells(ParameterTable table, int group)
    {
        var carried = latents.Where(observedAt.ContainsKey)
            .Select(name => new ModelCell(-1, ModelMatrix.Lambda, observedAt[name], latentAt[name], -1, 1));
        var rows = table.Rows
            .Select((row, index) => (row, index))
            .Where(item => item.row.Group == group && item.row.Operator.IsModelParameter())
            .Select(item => Cell(item.row, item.index));
        return [.. carried, .. rows];
    }

    /// <summary>The cell of one row.</summary>
    public ModelCell Cell(Parameter row, int index)
    {
        var (matrix, i, j) = Place(row);
        var value = row.IsFree || row.IsSampleMoment ? double.NaN : row.FixedValue ?? 0;
        return new(index, matrix, i, j, row.Free - 1, value);
    }

    private (ModelMatrix Matrix, int Row, int Column) Place(Parameter row) => row.Operator switch
    {
        Operator.Loading when latentAt.TryGetValue(row.Rhs, out var i) => (ModelMatrix.Beta, i, latentAt[row.Lhs]),
        Operator.Loading => (ModelMatrix.Lambda, observedAt[row.Rhs], latentAt[row.Lhs]),
        Operator.Regression => (ModelMatrix.Beta, latentAt[row.Lhs], latentAt[row.Rhs]),
        Operator.Covariance when IsLatent(row) => Lower(ModelMatrix.Psi, latentAt[row.Lhs], latentAt[row.Rhs]),
        Operator.Covariance => Lower(ModelMatrix.Theta, observedAt[row.Lhs], observedAt[row.Rhs]),
        Operator.Threshold => (ModelMatrix.Tau, observedAt[row.Lhs], int.Parse(row.Rhs[1..], CultureInfo.InvariantCulture) - 1),
        Operator.Scale => (ModelMatrix.Delta, observedAt[row.Lhs], 0),
        Operator.Intercept when latentAt.TryGetValue(row.Lhs, out var i) => (ModelMatrix.Alpha, i, 0),
        _ => (ModelMatrix.Nu, observedAt[row.Lhs], 0),
    };

    private bool IsLatent(Parameter row) => latentAt.ContainsKey(row.Lhs) && latentAt.ContainsKey(row.Rhs);

    private static (ModelMatrix, int, int) Lower(ModelMatrix matrix, int i, int j) => (matrix, Math.Max(i, j), Math.Min(i, j));

    private static Dictionary<string, int> Positions(IReadOnlyList<string> names) =>
        names.Select((name, i) => (name, i)).ToDictionary(item => item.name, item => item.i);
}
