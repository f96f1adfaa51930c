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
        var t = fit.Values.Count;
        if (t == 0)
            return [];
        var information = Matrix<double>.Build.Dense(t, t, fit.Objective().Information());
        var scale = Vector<double>.Build.Dense(t, i => information[i, i] > 0 ? 1 / Math.Sqrt(information[i, i]) : 1);
        var scaled = Matrix<double>.Build.Dense(t, t, (i, j) => information[i, j] * scale[i] * scale[j]);
        var scaledBasis = Basis(fit, scale);
        var reduced = scaledBasis is null ? scaled : scaledBasis.TransposeThisAndMultiply(scaled * scaledBasis);
        var r = reduced.RowCount;
        if (IsClearlyDefinite(reduced.ToRowMajorArray(), r))
            return [];
        var eigen = SymmetricEigen.Of(((reduced + reduced.Transpose()) / 2).ToRowMajorArray(), r);
        var weights = Vector<double>.Build.Dense(t);
        for (var k = 0; k < r; k++)
        {
            if (eigen.Values[k] > Smallest)
                continue;
            var direction = Vector<double>.Build.Dense(r, i => eigen.Vectors[(k * r) + i]);
            weights = weights.PointwiseMaximum((scaledBasis is null ? direction : scaledBasis * direction).PointwiseAbs());
        }

        return [.. fit.Table.Rows.Where(row => row.IsFree && weights[row.Free - 1] > 1e-4).Select(row => Text(fit, row))];
    }

    // An orthonormal basis of what the constraints leave free in the scaled coordinates y = x / scale; null where that is everything.
    private static Matrix<double>? Basis(FitResult fit, Vector<double> scale)
    {
        if (fit.Constraints.Jacobian([.. fit.Values], fit.ActiveInequalities) is not { } jacobian)
            return null;
        var basis = NullSpace.Of(jacobian, scale.Count);
        var columns = Matrix<double>.Build.Dense(scale.Count, basis.ColumnCount, (i, j) => basis[i, j] / scale[i]);
        return columns.Svd().U.SubMatrix(0, columns.RowCount, 0, columns.ColumnCount);
    }

    // No eigenvalue is below the inverse of the trace of the inverse, so most models need no eigenvalues.
    private static bool IsClearlyDefinite(double[] matrix, int n)
    {
        if (!Cholesky.TryFactor(matrix, n))
            return false;
        var inverse = new double[n * n];
        Cholesky.InvertLower(matrix, n, inverse);
        return VectorKernels.Dot(inverse, inverse) < 0.1 / Smallest;
    }

    private static string Text(FitResult fit, Parameter row)
    {
        var text = row.Operator == Operator.Intercept ? $"{row.Lhs} ~1" : $"{row.Lhs} {row.Operator.Text()} {row.Rhs}";
        return fit.Table.GroupCount == 1 ? text : $"{text} (group {fit.Table.GroupLabels[row.Group - 1]})";
    }
}
