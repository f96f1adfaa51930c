using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Whether the data can tell the parameters apart: the information matrix, in the directions that the constraints leave free and
/// scaled to a unit diagonal, has no eigenvalue near zero (Rothenberg 1971).
/// </summary>
internal static class Identification
{
    private const double Smallest = 1e-9;

    /// <summary>A warning that names the parameters that cannot be told apart, or nothing.</summary>
    public static IEnumerable<FitWarning> Check(FitResult fit)
    {
        var names = Undetermined(fit);
        if (names.Count == 0)
            return [];
        var what = names.Count == 1
            ? $"the data say nothing about {names[0]}"
            : $"the data cannot tell apart {string.Join(", ", names)}";
        return [new("not-identified", $"The model is not identified: {what}. Fix or constrain parameters until they are determined.")];
    }

    /// <summary>Texts of the parameters in directions without information; empty for an identified model.</summary>
    private static List<string> Undetermined(FitResult fit)
    {
        var basis = NullSpace.Of(fit.Constraints.Jacobian([.. fit.Values], fit.ActiveInequalities), fit.Values.Count);
        var t = fit.Values.Count;
        if (t == 0)
            return [];
        var information = Matrix<double>.Build.Dense(t, t, fit.Objective().Information());
        var scale = Vector<double>.Build.Dense(t, i => information[i, i] > 0 ? 1 / Math.Sqrt(information[i, i]) : 1);

        // An orthonormal basis in the scaled coordinates y = x / scale.
        var scaledBasis = Orthonormal(Matrix<double>.Build.Dense(t, basis.ColumnCount, (i, j) => basis[i, j] / scale[i]));
        var scaled = Matrix<double>.Build.Dense(t, t, (i, j) => information[i, j] * scale[i] * scale[j]);
        var reduced = scaledBasis.TransposeThisAndMultiply(scaled * scaledBasis);
        var r = reduced.RowCount;
        var eigen = SymmetricEigen.Of(((reduced + reduced.Transpose()) / 2).ToRowMajorArray(), r);
        var weights = Vector<double>.Build.Dense(t);
        for (var k = 0; k < r; k++)
        {
            if (eigen.Values[k] > Smallest)
                continue;
            var direction = scaledBasis * Vector<double>.Build.Dense(r, i => eigen.Vectors[(k * r) + i]);
            weights = weights.PointwiseMaximum(direction.PointwiseAbs());
        }

        return [.. fit.Table.Rows.Where(row => row.IsFree && weights[row.Free - 1] > 1e-4).Select(row => Text(fit, row))];
    }

    private static Matrix<double> Orthonormal(Matrix<double> columns) =>
        columns.RowCount == columns.ColumnCount
            ? Matrix<double>.Build.DenseIdentity(columns.RowCount)
            : columns.Svd().U.SubMatrix(0, columns.RowCount, 0, columns.ColumnCount);

    private static string Text(FitResult fit, Parameter row)
    {
        var text = row.Operator == Operator.Intercept ? $"{row.Lhs} ~1" : $"{row.Lhs} {row.Operator.Text()} {row.Rhs}";
        return fit.Table.GroupCount == 1 ? text : $"{text} (group {fit.Table.GroupLabels[row.Group - 1]})";
    }
}
