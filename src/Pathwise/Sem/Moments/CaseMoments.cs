using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Sem.Moments;

/// <summary>
/// Means and covariances of cases; where values are missing (NaN), of the cases that have them. In two passes with a correction for the
/// rounding of the mean (Chan, Golub and LeVeque 1983): equal values have their value as mean and no variance, and a large mean costs
/// no more digits than the values have lost already.
/// </summary>
internal static class CaseMoments
{
    public static Vector<double> Means(Matrix<double> cases)
    {
        var columns = cases.ToColumnArrays();
        return Vector<double>.Build.Dense(columns.Length, j => Mean(Present(columns[j])));
    }

    /// <summary>Covariances, each over the cases that have both variables and about their means.</summary>
    public static Matrix<double> Covariance(Matrix<double> cases, Divisor divisor)
    {
        var result = Matrix<double>.Build.Dense(cases.ColumnCount, cases.ColumnCount);
        var columns = cases.ToColumnArrays();
        var centred = Array.ConvertAll(columns, column => Array.Exists(column, double.IsNaN) ? null : new Deviations(column));
        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                result[i, j] = result[j, i] = centred[i] is { } left && centred[j] is { } right
                    ? Deviations.Covariance(left, right, divisor)
                    : Pairwise(columns[i], columns[j], divisor);
            }
        }

        return result;
    }

    /// <summary>True when no two of the values that are there differ, however the rounding of their moments turns out.</summary>
    public static bool IsConstant(ReadOnlySpan<double> values)
    {
        var first = double.NaN;
        foreach (var value in values)
        {
            if (double.IsNaN(first))
                first = value;
            else if (value != first && !double.IsNaN(value))
                return false;
        }

        return true;
    }

    private static double Pairwise(double[] left, double[] right, Divisor divisor)
    {
        var (first, second, count) = (new double[left.Length], new double[left.Length], 0);
        for (var row = 0; row < left.Length; row++)
        {
            if (!double.IsNaN(left[row]) && !double.IsNaN(right[row]))
                (first[count], second[count++]) = (left[row], right[row]);
        }

        return Deviations.Covariance(new(first[..count]), new(second[..count]), divisor);
    }

    private static double[] Present(double[] column) => Array.FindAll(column, value => !double.IsNaN(value));

    private static double Mean(double[] values) => values.Length == 0 ? 0 : Univariate.Mean(values);

    /// <summary>A variable less its mean, and what rounding leaves of the sum.</summary>
    private sealed class Deviations
    {
        private readonly double[] values;
        private readonly double rest;

        public Deviations(double[] column)
        {
            var mean = Mean(column);
            values = Array.ConvertAll(column, value => value - mean);
            foreach (var value in values)
                rest += value;
        }

        public static double Covariance(Deviations left, Deviations right, Divisor divisor)
        {
            var (count, sum) = (left.values.Length, 0.0);
            for (var i = 0; i < count; i++)
                sum += left.values[i] * right.values[i];
            return (sum - (left.rest * right.rest / Math.Max(count, 1))) / Math.Max(divisor == Divisor.Count ? count : count - 1, 1);
        }
    }
}
