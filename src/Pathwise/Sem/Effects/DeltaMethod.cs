using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Effects;

/// <summary>Errors of functions of estimates, by their slopes.</summary>
internal static class DeltaMethod
{
    /// <summary>Square root of g' V g for the slopes g by t parameters whose covariance matrix is V, t x t; null where that is negative.</summary>
    public static double? StandardError(Vector<double> slopes, Matrix<double> covariance)
    {
        var variance = 0.0;
        for (var i = 0; i < slopes.Count; i++)
        {
            if (slopes[i] != 0)
                variance += slopes[i] * Row(i, slopes, covariance);
        }

        return variance >= 0 ? Math.Sqrt(variance) : null;
    }

    // Most effects move with few of the parameters.
    private static double Row(int i, Vector<double> slopes, Matrix<double> covariance)
    {
        var sum = 0.0;
        for (var j = 0; j < slopes.Count; j++)
        {
            if (slopes[j] != 0)
                sum += covariance[i, j] * slopes[j];
        }

        return sum;
    }
}
