using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Effects;

/// <summary>Errors of functions of estimates, by their slopes.</summary>
internal static class DeltaMethod
{
    /// <summary>Square root of g' V g for the slopes g by t parameters whose covariance matrix is V, t x t; null where that is negative.</summary>
    public static double? StandardError(Vector<double> slopes, Matrix<double> covariance)
    {
        var variance = slopes * covariance * slopes;
        return variance >= 0 ? Math.Sqrt(variance) : null;
    }
}
