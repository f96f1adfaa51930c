using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// The m structural variables at one set of estimates: regressions B, disturbance covariances Psi, total effects A = (I - B)^-1 and covariances
/// A Psi A' (Bollen 1989), each m x m.
/// </summary>
internal sealed record StructuralMoments(Matrix<double> Coefficients, Matrix<double> Disturbances, Matrix<double> Totals, Matrix<double> Covariance)
{
    /// <summary>Those of a model at its last update.</summary>
    public static StructuralMoments Of(ImpliedMoments at)
    {
        var m = at.LatentSize;
        return new(Square(at.Beta, m), Square(at.Psi, m), Square(at.Total, m), Square(at.LatentCovariance, m));
    }

    /// <summary>Those that follow from regressions and disturbances.</summary>
    public static StructuralMoments Of(Matrix<double> coefficients, Matrix<double> disturbances)
    {
        var totals = (Matrix<double>.Build.DenseIdentity(coefficients.RowCount) - coefficients).Inverse();
        return new(coefficients, disturbances, totals, totals * disturbances * totals.Transpose());
    }

    /// <summary>A part of a matrix.</summary>
    public static Matrix<double> Part(Matrix<double> matrix, IReadOnlyList<int> rows, IReadOnlyList<int> columns) =>
        Matrix<double>.Build.Dense(rows.Count, columns.Count, (i, j) => matrix[rows[i], columns[j]]);

    /// <summary>Covariances of some variables given others: C_aa - C_ab C_bb^-1 C_ba.</summary>
    public Matrix<double> Given(IReadOnlyList<int> variables, IReadOnlyList<int> others)
    {
        var own = Part(Covariance, variables, variables);
        if (others.Count == 0)
            return own;
        var across = Part(Covariance, others, variables);
        return own - (across.Transpose() * Part(Covariance, others, others).Solve(across));
    }

    /// <summary>The variance of a variable given others.</summary>
    public double Variance(int variable, IReadOnlyList<int> others) => Given([variable], others)[0, 0];

    /// <summary>
    /// The moments of the true scores of a variable of which a share of the variance, one less its reliability, is error that the model does not
    /// know of; the equation of <paramref name="target"/> is solved anew (Fritz, Kenny and MacKinnon 2016).
    /// </summary>
    public StructuralMoments Corrected(int variable, double reliability, int target, IReadOnlyList<int> parents)
    {
        var (covariance, coefficients, disturbances) = (Covariance.Clone(), Coefficients.Clone(), Disturbances.Clone());
        var error = (1 - reliability) * Covariance[variable, variable];
        covariance[variable, variable] -= error;
        disturbances[variable, variable] -= error;
        var among = Part(covariance, parents, parents);
        var with = Part(covariance, parents, [target]);
        var solved = among.Solve(with);
        for (var i = 0; i < parents.Count; i++)
            coefficients[target, parents[i]] = solved[i, 0];
        disturbances[target, target] = covariance[target, target] - (with.Transpose() * solved)[0, 0];
        return new(coefficients, disturbances, Totals, covariance);
    }

    private static Matrix<double> Square(ReadOnlySpan<double> values, int m)
    {
        var matrix = Matrix<double>.Build.Dense(m, m);
        for (var i = 0; i < m * m; i++)
            matrix[i / m, i % m] = values[i];
        return matrix;
    }
}
