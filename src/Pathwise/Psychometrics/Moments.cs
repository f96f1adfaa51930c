using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Psychometrics;

/// <summary>Means, covariances and correlations of the columns of n x p values without missing ones.</summary>
internal static class Moments
{
    /// <summary>The mean of each column; of one that does not vary its value itself, so that no rounding passes for a variance.</summary>
    public static double[] Means(Matrix<double> values) => values.EnumerateColumns()
        .Select(column => IsConstant(column) ? column[0] : column.Sum() / values.RowCount)
        .ToArray();

    /// <summary>Whether all values are the same.</summary>
    public static bool IsConstant(Vector<double> column)
    {
        for (var i = 1; i < column.Count; i++)
        {
            if (column[i] != column[0])
                return false;
        }

        return column.Count > 0;
    }

    /// <summary>Values less the mean of their column.</summary>
    public static Matrix<double> Centred(Matrix<double> values)
    {
        var means = Means(values);
        return Matrix<double>.Build.Dense(values.RowCount, values.ColumnCount, (i, j) => values[i, j] - means[j]);
    }

    /// <summary>Sums of squares and products over n - 1.</summary>
    public static Matrix<double> Covariance(Matrix<double> values)
    {
        // Plain sums in a fixed order: resampling calls this thousands of times.
        var columns = Centred(values).ToColumnArrays();
        var covariance = Matrix<double>.Build.Dense(columns.Length, columns.Length);
        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = 0; j <= i; j++)
                covariance[i, j] = covariance[j, i] = Product(columns[i], columns[j]) / (values.RowCount - 1);
        }

        return covariance;
    }

    /// <summary>Pearson's correlations.</summary>
    public static Matrix<double> Correlation(Matrix<double> values) => Standardized(Covariance(values));

    /// <summary>A covariance matrix scaled to variances of one.</summary>
    public static Matrix<double> Standardized(Matrix<double> covariance)
    {
        var deviations = covariance.Diagonal().PointwiseSqrt();
        return Matrix<double>.Build.Dense(covariance.RowCount, covariance.ColumnCount, (i, j) =>
            i == j ? 1 : covariance[i, j] / (deviations[i] * deviations[j]));
    }

    private static double Product(double[] first, double[] second)
    {
        double sum = 0;
        for (var i = 0; i < first.Length; i++)
            sum += first[i] * second[i];
        return sum;
    }

    /// <summary>The rows at these positions.</summary>
    public static Matrix<double> Rows(Matrix<double> values, IReadOnlyList<int> positions) =>
        Matrix<double>.Build.Dense(positions.Count, values.ColumnCount, (i, j) => values[positions[i], j]);

    /// <summary>The columns at these positions.</summary>
    public static Matrix<double> Columns(Matrix<double> values, IReadOnlyList<int> positions) =>
        Matrix<double>.Build.Dense(values.RowCount, positions.Count, (i, j) => values[i, positions[j]]);
}
