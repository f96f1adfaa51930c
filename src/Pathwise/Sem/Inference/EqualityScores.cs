using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Score tests of equalities: N s' A s with the slopes s of the log-likelihood of a case and the inverse A of the expected information,
/// in the directions that are free once the equalities are lifted. With the middle B of the estimator's sandwich and the rows R of the lifted equalities, the
/// generalized test N (R A s)' (R A B A R')^-1 (R A s) has its distribution whatever that of the data (Boos 1992; Satorra 2000).
/// </summary>
internal static class EqualityScores
{
    public static (ChiSquareTest Test, ChiSquareTest? Robust) Joint(FitResult fit) => Of(fit, [.. Enumerable.Range(0, Jacobian(fit)?.RowCount ?? 0)]);

    public static IReadOnlyList<ConstraintTest> Each(FitResult fit)
    {
        // Linear equalities come first in the Jacobian, whatever their place in the table.
        var equalities = fit.Table.Constraints.Where(constraint => constraint.IsEquality).OrderBy(constraint => !constraint.Difference.IsLinear).ToArray();
        var tests = equalities.Select((constraint, k) => Of(fit, [k]) is var (test, robust) ? new ConstraintTest(constraint, test) { Robust = robust } : null!);
        return [.. tests.OrderBy(test => fit.Table.Constraints.ToList().IndexOf(test.Constraint))];
    }

    private static (ChiSquareTest Test, ChiSquareTest? Robust) Of(FitResult raw, int[] lifted)
    {
        var fit = raw.Working;
        if (Jacobian(fit) is not { } jacobian)
            return (new(null, 0, null), null);
        var rest = Rows(jacobian, [.. Enumerable.Range(0, jacobian.RowCount).Except(lifted)]);
        var df = NullSpace.RankOf(jacobian) - NullSpace.RankOf(rest);
        var objective = fit.Objective();
        var gradient = new double[fit.Values.Count];
        objective.Gradient([.. fit.Values], gradient);
        var inverse = GeneralizedInverse(objective.Information(), NullSpace.Of(rest, gradient.Length));
        var slopes = Vector<double>.Build.Dense(gradient) * (fit.Method.SlopeFactor(fit.Multiplier, fit.CaseCount) / 2);
        var value = fit.CaseCount * (slopes * inverse * slopes);
        return (
            new(value, df, fit.Method.HasChiSquare ? ModelTest.PValue(value, df) : null),
            fit.Method.Sandwich is { } sandwich ? Generalized(fit, sandwich, Rows(jacobian, lifted)! * inverse, slopes, df) : null);
    }

    private static ChiSquareTest Generalized(FitResult fit, Sandwich sandwich, Matrix<double> rows, Vector<double> slopes, int df)
    {
        var middle = Matrix<double>.Build.Dense(slopes.Count, slopes.Count, sandwich.Middle(fit.Structure, [.. fit.Values], fit.Sample));
        var gains = rows * slopes;
        var value = fit.CaseCount * (gains * GeneralizedInverse((rows * middle * rows.Transpose()).ToRowMajorArray(), Matrix<double>.Build.DenseIdentity(rows.RowCount)) * gains);
        return new(value, df, ModelTest.PValue(value, df));
    }

    private static Matrix<double>? Rows(Matrix<double> matrix, int[] at) =>
        at.Length == 0 ? null : Matrix<double>.Build.Dense(at.Length, matrix.ColumnCount, (i, j) => matrix[at[i], j]);

    // Lifting every equality can leave parameters undetermined; directions without information gain nothing.
    private static Matrix<double> GeneralizedInverse(double[] information, Matrix<double> basis)
    {
        var (t, r) = (basis.RowCount, basis.ColumnCount);
        var reduced = basis.TransposeThisAndMultiply(Matrix<double>.Build.Dense(t, t, information) * basis);
        var eigen = SymmetricEigen.Of(((reduced + reduced.Transpose()) / 2).ToRowMajorArray(), r);
        var vectors = Matrix<double>.Build.DenseOfRowMajor(r, r, eigen.Vectors);
        var inverse = Vector<double>.Build.Dense(r, k => eigen.Values[k] > 1e-9 * eigen.Values[0] ? 1 / eigen.Values[k] : 0);
        return basis * vectors.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfDiagonalVector(inverse) * vectors) * basis.Transpose();
    }

    private static Matrix<double>? Jacobian(FitResult fit) => fit.Constraints.Jacobian([.. fit.Values], []);
}
