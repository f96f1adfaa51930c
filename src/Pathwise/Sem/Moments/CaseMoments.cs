using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Moments;

/// <summary>Means and covariances of cases; where values are missing (NaN), of the cases that have them.</summary>
internal static class CaseMoments
{
    public static Vector<double> Means(Matrix<double> cases) =>
        Vector<double>.Build.Dense(cases.ColumnCount, column => Mean(cases, column));

    /// <summary>Covariances, each over the cases that have both variables and about their means.</summary>
    public static Matrix<double> Covariance(Matrix<double> cases, Divisor divisor)
    {
        var result = Matrix<double>.Build.Dense(cases.ColumnCount, cases.ColumnCount);
        var columns = cases.ToColumnArrays();
        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = 0; j <= i; j++)
                result[i, j] = result[j, i] = Covariance(columns[i], columns[j], divisor);
        }

        return result;
    }

    private static double Mean(Matrix<double> cases, int column)
    {
        double sum = 0;
        var count = 0;
        for (var row = 0; row < cases.RowCount; row++)
        {
            if (double.IsNaN(cases[row, column]))
                continue;
            sum += cases[row, column];
            count++;
        }

        return sum / Math.Max(count, 1);
    }

    private static double Covariance(double[] left, double[] right, Divisor divisor)
    {
        double sumLeft = 0, sumRight = 0, sum = 0;
        var count = 0;
        for (var row = 0; row < left.Length; row++)
        {
            if (double.IsNaN(left[row]) || double.IsNaN(right[row]))
                continue;
            (sumLeft, sumRight, count) = (sumLeft + left[row], sumRight + right[row], count + 1);
        }

        var (meanLeft, meanRight) = (sumLeft / Math.Max(count, 1), sumRight / Math.Max(count, 1));
        for (var row = 0; row < left.Length; row++)
        {
            var product = (left[row] - meanLeft) * (right[row] - meanRight);
            sum += double.IsNaN(product) ? 0 : product;
        }

        return sum / Math.Max(divisor == Divisor.Count ? count : count - 1, 1);
    }
}
