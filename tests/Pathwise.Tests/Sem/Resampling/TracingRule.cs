using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Specification;

namespace Pathwise.Tests.Sem.Resampling;

/// <summary>
/// Model-implied covariances straight from the parameter table: every variable, latent or observed, in one system v = A v + u with
/// covariances S of u (McArdle and McDonald, 1984); an oracle that shares nothing with the compiled model.
/// </summary>
internal static class TracingRule
{
    public static double[] Covariance(ParameterTable table, double[] values, int columns)
    {
        var all = All(table, values);
        var covariance = new double[columns * columns];
        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < columns; j++)
                covariance[(i * columns) + j] = all[i, j];
        }

        return covariance;
    }

    /// <summary>Covariances of observed variables, then latent ones.</summary>
    public static Matrix<double> All(ParameterTable table, double[] values)
    {
        string[] names = [.. table.ObservedVariables, .. table.LatentVariables];
        var paths = Matrix<double>.Build.Dense(names.Length, names.Length);
        var moments = Matrix<double>.Build.Dense(names.Length, names.Length);
        foreach (var row in table.Rows.Where(row => row.Operator.IsModelParameter()))
        {
            int lhs = Array.IndexOf(names, row.Lhs), rhs = Array.IndexOf(names, row.Rhs);
            var value = row.IsFree ? values[row.Free - 1] : row.FixedValue ?? 0;
            if (row.Operator == Operator.Loading)
                paths[rhs, lhs] = value;
            else if (row.Operator == Operator.Regression)
                paths[lhs, rhs] = value;
            else
                moments[lhs, rhs] = moments[rhs, lhs] = value;
        }

        var effects = (Matrix<double>.Build.DenseIdentity(names.Length) - paths).Inverse();
        return effects * moments * effects.Transpose();
    }

    /// <summary>ln|Sigma| + tr(S Sigma^-1) - ln|S| - p by Math.NET.</summary>
    public static double Discrepancy(ParameterTable table, double[] values, double[] sample, int columns)
    {
        var s = Matrix<double>.Build.Dense(columns, columns, sample);
        var sigma = Matrix<double>.Build.Dense(columns, columns, Covariance(table, values, columns));
        return Math.Log(sigma.Determinant()) - Math.Log(s.Determinant()) + (s * sigma.Inverse()).Trace() - columns;
    }
}
