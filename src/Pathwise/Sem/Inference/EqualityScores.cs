using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Score tests of equalities: N s' A s with the slopes s of the log-likelihood of a case and the inverse A of the expected information,
/// in the directions that are free once the equalities are lifted.
/// </summary>
internal static class EqualityScores
{
    public static ChiSquareTest Joint(FitResult fit) => Of(fit, [.. Enumerable.Range(0, Jacobian(fit)?.RowCount ?? 0)]);

    public static IReadOnlyList<ConstraintTest> Each(FitResult fit)
    {
        // Linear equalities come first in the Jacobian, whatever their place in the table.
        var equalities = fit.Table.Constraints.Where(constraint => constraint.IsEquality).OrderBy(constraint => !constraint.Difference.IsLinear).ToArray();
        var tests = equalities.Select((constraint, k) => new ConstraintTest(constraint, Of(fit, [k])));
        return [.. tests.OrderBy(test => fit.Table.Constraints.ToList().IndexOf(test.Constraint))];
    }

    private static ChiSquareTest Of(FitResult raw, int[] lifted)
    {
        OrderedRequirements.Refuse(raw, "Score tests");
        var fit = raw.Working;
        var jacobian = Jacobian(fit);
        if (jacobian is null)
            return new(null, 0, null);
        int[] kept = [.. Enumerable.Range(0, jacobian.RowCount).Except(lifted)];
        var rest = kept.Length == 0 ? null : Matrix<double>.Build.Dense(kept.Length, jacobian.ColumnCount, (i, j) => jacobian[kept[i], j]);
        var df = NullSpace.RankOf(jacobian) - NullSpace.RankOf(rest);
        var objective = fit.Objective();
        var gradient = new double[fit.Values.Count];
        objective.Gradient([.. fit.Values], gradient);
        var inverse = GeneralizedInverse(objective.Information(), NullSpace.Of(rest, gradient.Length));
        var slopes = Vector<double>.Build.Dense(gradient);
        var value = fit.CaseCount * (slopes * inverse * slopes) / 4;
        return new(value, df, ModelTest.PValue(value, df));
    }

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
