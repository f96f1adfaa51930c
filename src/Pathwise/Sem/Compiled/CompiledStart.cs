using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Compiled;

/// <summary>
/// Values to start a fit from when none are known: half of each observed variance is error, loadings follow from the
/// covariances with the variable that gives the factor its unit, regressions are zero.
/// </summary>
internal static class CompiledStart
{
    /// <summary>Writes a value for each free parameter, the user's where there is one.</summary>
    public static void Write(CovarianceModel model, ReadOnlySpan<double> covariance, Span<double> values)
    {
        var rows = model.Table.Rows.Where(row => row.IsFree && row.Operator.IsModelParameter()).OrderBy(row => row.Free).ToArray();
        for (var j = 0; j < values.Length; j++)
            values[j] = model.Starts[j] ?? Value(model, model.Free[j], rows[j].Operator, covariance);
    }

    private static double Value(CovarianceModel model, CompiledCell cell, Operator kind, ReadOnlySpan<double> covariance) => cell.Matrix switch
    {
        CompiledMatrix.Theta => cell.IsVariance ? 0.5 * Sample(model, covariance, cell.Row, cell.Row) : 0,
        CompiledMatrix.Lambda => Loading(model, cell, covariance),
        CompiledMatrix.Beta => kind == Operator.Loading ? 1 : 0,
        _ => StructuralMoment(model, cell, covariance),
    };

    private static double Loading(CovarianceModel model, CompiledCell cell, ReadOnlySpan<double> covariance)
    {
        var marker = model.Markers[cell.Column];
        var common = 0.5 * Sample(model, covariance, marker, marker);
        var ofMarker = HasUnit(model, marker, cell.Column) ? 1 : Math.Sqrt(common);
        return cell.Row == marker ? ofMarker : ofMarker * Sample(model, covariance, cell.Row, marker) / common;
    }

    private static double StructuralMoment(CovarianceModel model, CompiledCell cell, ReadOnlySpan<double> covariance)
    {
        int row = model.Markers[cell.Row], column = model.Markers[cell.Column];
        if (row < 0 || column < 0)
            return cell.IsVariance ? 1 : 0;
        var latent = model.Table.LatentVariables.Count;
        var areObserved = cell.Row >= latent && cell.Column >= latent;
        if (areObserved)
            return IsPredicted(model, cell.Row) || IsPredicted(model, cell.Column)
                ? (cell.IsVariance ? 0.8 : 0) * Sample(model, covariance, row, column)
                : Sample(model, covariance, row, column);
        return cell.IsVariance ? (HasUnit(model, row, cell.Row) ? 0.5 : 0.25) * Sample(model, covariance, row, row) : 0;
    }

    private static bool IsPredicted(CovarianceModel model, int variable) =>
        Array.Exists(model.Free, cell => cell.Matrix == CompiledMatrix.Beta && cell.Row == variable)
        || Array.Exists(model.Fixed, each => each.Cell.Matrix == CompiledMatrix.Beta && each.Cell.Row == variable);

    private static bool HasUnit(CovarianceModel model, int observed, int structural) =>
        Array.Exists(model.Fixed, each => each.Cell == new CompiledCell(CompiledMatrix.Lambda, observed, structural));

    private static double Sample(CovarianceModel model, ReadOnlySpan<double> covariance, int row, int column) =>
        row < 0 || column < 0 ? 1 : covariance[(row * model.ObservedCount) + column];
}
