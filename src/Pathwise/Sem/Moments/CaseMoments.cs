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
        for (var i = 0; i < cases.ColumnCount; i++)
        {
            for (var j = 0; j <= i; j++)
                result[i, j] = result[j, i] = Covariance(cases, i, j, divisor);
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

    private static double Covariance(Matrix<double> cases, int i, int j, Divisor divisor)
    {
        double sumI = 0, sumJ = 0, sum = 0;
        var count = 0;
        for (var row = 0; row < cases.RowCount; row++)
        {
            if (double.IsNaN(cases[row, i]) || double.IsNaN(cases[row, j]))
                continue;
            (sumI, sumJ, count) = (sumI + cases[row, i], sumJ + cases[row, j], count + 1);
        }

        var (meanI, meanJ) = (sumI / Math.Max(count, 1), sumJ / Math.Max(count, 1));
        for (var row = 0; row < cases.RowCount; row++)
        {
            var product = (cases[row, i] - meanI) * (cases[row, j] - meanJ);
            sum += double.IsNaN(product) ? 0 : product;
        }

        return sum / Math.Max(divisor == Divisor.Count ? count : count - 1, 1);
    }
}
