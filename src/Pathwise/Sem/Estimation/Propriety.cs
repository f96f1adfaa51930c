using Pathwise.Numerics;

namespace Pathwise.Sem.Estimation;

/// <summary>The one rule by which a solution is improper: its variances, and matrices that should be covariance matrices.</summary>
internal static unsafe class Propriety
{
    /// <summary>A variance this far below zero, in units of the variable's own variance, is negative and not rounding.</summary>
    private const double NegativeVariance = -1e-8;

    /// <summary>True for a variance below zero, beyond rounding; the unit is the variable's whole variance.</summary>
    public static bool IsNegative(double variance, double unit) => variance < NegativeVariance * unit;

    /// <summary>
    /// True for a symmetric n x n matrix, spoilt by the question, of which no pivot is negative beyond rounding, and where what a vanished
    /// pivot leaves in its row vanishes too. The units are variances of the n variables.
    /// </summary>
    public static bool IsSemidefinite(double* matrix, int n, int row, double* units)
    {
        for (var k = 0; k < n; k++)
        {
            var pivotRow = matrix + (k * row);
            if (pivotRow[k] < -1e-10 * units[k])
                return false;
            for (var i = k + 1; i < n; i++)
            {
                if (pivotRow[k] > 1e-10 * units[k])
                    PaddedKernels.AddScaled(-pivotRow[i] / pivotRow[k], pivotRow, matrix + (i * row), row);
                else if (Math.Abs(pivotRow[i]) > 1e-6 * Math.Sqrt(units[k] * units[i]))
                    return false;
            }
        }

        return true;
    }

    /// <summary>The same of an n x n matrix without padding, which is left as it is.</summary>
    public static bool IsSemidefinite(ReadOnlySpan<double> matrix, int n, ReadOnlySpan<double> units)
    {
        var row = PaddedKernels.Stride(n);
        var copy = new double[(n * row) + 1];
        for (var i = 0; i < n; i++)
            matrix.Slice(i * n, n).CopyTo(copy.AsSpan(i * row));
        fixed (double* place = copy, scale = units)
            return IsSemidefinite(place, n, row, scale);
    }
}
