using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Derivatives of one group's moments by all t free parameters. Moments are the covariances of the lower triangle, row by row, then the means:
/// p (p + 1) / 2 + p of them.
/// </summary>
internal static class MomentJacobian
{
    /// <summary>D, moments x t, at the last update of the moments.</summary>
    public static Matrix<double> Of(ImpliedMoments moments, int count)
    {
        var p = moments.Size;
        var source = ImpliedDerivatives.Of(moments);
        var result = Matrix<double>.Build.Dense((p * (p + 1) / 2) + p, count);
        for (var k = 0; k < source.Positions.Length; k++)
        {
            var column = source.Positions[k];
            for (int i = 0, at = 0; i < p; i++)
            {
                for (var j = 0; j <= i; j++, at++)
                    result[at, column] = (source.U[(k * p) + i] * source.W[(k * p) + j]) + (source.W[(k * p) + i] * source.U[(k * p) + j]);
                result[(p * (p + 1) / 2) + i, column] = source.Mu[(k * p) + i];
            }
        }

        return result;
    }
}
