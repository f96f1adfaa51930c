using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Tables;

namespace Pathwise.Teaching;

/// <summary>Small matrices as they stand on paper.</summary>
public static class Matrices
{
    /// <summary>A matrix of these rows, all of the same length.</summary>
    /// <exception cref="InputException">There is no row, or the rows differ in length.</exception>
    public static Matrix<double> OfRows(params double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Length == 0 || rows[0].Length == 0 || rows.Any(row => row.Length != rows[0].Length))
            throw new InputException($"The rows of a matrix have one length; these have {string.Join(", ", rows.Select(row => row.Length))} numbers.");
        return Matrix<double>.Build.DenseOfRowArrays(rows);
    }

    /// <summary>A square matrix with these numbers on its diagonal and zeros elsewhere.</summary>
    public static Matrix<double> Diagonal(params double[] numbers) => Matrix<double>.Build.DenseOfDiagonalArray(numbers);

    /// <summary>The identity, n x n.</summary>
    public static Matrix<double> Identity(int n) => Matrix<double>.Build.DenseIdentity(n);

    /// <summary>Covariances of complete variables, in their order, divided by the number of cases as maximum likelihood does.</summary>
    /// <exception cref="InputException">A variable is not there, or misses a value.</exception>
    public static Matrix<double> Covariances(this DataTable data, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(data);
        var sample = data.Samples(names)[0];
        return !sample.HasMissing
            ? sample.With(Divisor.Count).Covariance
            : throw new InputException($"{data.Source}: one of {string.Join(", ", names)} misses a value; a covariance matrix by hand needs complete cases.");
    }

    /// <summary>The covariance that a fitted model of one group implies for two of its observed variables.</summary>
    /// <exception cref="InputException">One of them is not in the model.</exception>
    public static double ImpliedCovariance(this FitResult fit, string one, string other)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var sample = fit.Sample[0];
        return fit.ImpliedCovariance()[sample.IndexOf(one), sample.IndexOf(other)];
    }
}
