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

    // A parameter can lose its information by running away as well; one at a boundary is zero, in its unit.
    private const double AtZero = 1e-3;

    /// <summary>A warning that names the parameters that cannot be told apart, or nothing.</summary>
    public static IEnumerable<FitWarning> Check(FitResult fit)
    {
        var directions = fit.Determination.Undetermined;
        string[] names = [.. fit.Table.Rows.Where(row => row.IsFree && directions.Contains(row.Free - 1)).Select(row => Text(fit, row))];
        if (names.Length == 0)
            return [];
        var what = names.Length == 1
            ? $"the data say nothing about {names[0]}"
            : $"the data cannot tell apart {string.Join(", ", names)}";
        return [new("not-identified", $"The model is not identified: {what}. Fix or constrain parameters until they are determined.")];
    }

    /// <summary>A warning that names the parameters without a standard error since the information about them vanishes, or nothing.</summary>
    public static IEnumerable<FitWarning> CheckVanishing(FitResult fit)
    {
        if (fit.Determination.Undetermined.Count > 0 || fit.WithoutInformation.Count == 0)
            return [];
        var rows = fit.Table.Rows.Where(row => row.IsFree && fit.WithoutInformation.Contains(row.Free - 1)).ToArray();
        var names = rows.Select(row => row.Label.Length > 0 && row.Label[0] != '.' ? row.Label : Text(fit, row)).Distinct();
        return [new("no-information", $"At the estimates the data say nothing about {string.Join(", ", names)}: there the model is at a boundary, such as a variance component of zero. It has no standard error, and those of the other parameters take it as fixed.")];
    }

    /// <summary>What the information at a point determines.</summary>
    public static Determination At(Objective objective, ConstraintSet constraints, Minimum at, double[] units)
    {
        var t = objective.Count;
        if (t == 0 || !double.IsFinite(objective.Value(at.Free)))
            return Determination.OfEverything;
        var information = objective.Information();
        var vanishing = Enumerable.Range(0, t)
            .Where(i => Math.Abs(at.Free[i]) <= AtZero * units[i] && InformationInverse.IsVanishing(information[(i * t) + i], units[i])).ToHashSet();
        return new(Undetermined(information, constraints.Jacobian(at.Free, at.Active)), vanishing);
    }

    // Positions of the parameters in directions without information.
    private static HashSet<int> Undetermined(double[] information, Matrix<double>? jacobian)
    {
        var t = (int)Math.Sqrt(information.Length);
        var scale = Vector<double>.Build.Dense(t, i => information[i * (t + 1)] > 0 ? 1 / Math.Sqrt(information[i * (t + 1)]) : 1);
        if (jacobian is null && IsClearlyDefinite(Scaled(information, scale), t))
            return [];
        var scaled = Matrix<double>.Build.Dense(t, t, Scaled(information, scale));
        var scaledBasis = Basis(jacobian, scale);
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

        return Enumerable.Range(0, t).Where(i => weights[i] > 1e-4).ToHashSet();
    }

    private static double[] Scaled(double[] information, Vector<double> scale)
    {
        var (t, scaled) = (scale.Count, new double[information.Length]);
        for (var i = 0; i < t; i++)
        {
            for (var j = 0; j < t; j++)
                scaled[(i * t) + j] = information[(i * t) + j] * scale[i] * scale[j];
        }

        return scaled;
    }

    // An orthonormal basis of what the constraints leave free in the scaled coordinates y = x / scale; null where that is everything.
    private static Matrix<double>? Basis(Matrix<double>? jacobian, Vector<double> scale)
    {
        if (jacobian is null)
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

/// <summary>What the data determine at a point.</summary>
/// <param name="Undetermined">Positions of the parameters that they cannot tell apart.</param>
/// <param name="Vanishing">Positions of those about which there is as good as no information, by itself.</param>
internal sealed record Determination(IReadOnlySet<int> Undetermined, IReadOnlySet<int> Vanishing)
{
    public static Determination OfEverything { get; } = new(new HashSet<int>(), new HashSet<int>());
}
