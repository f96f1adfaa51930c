using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Implied;

/// <summary>Derivatives of one group's implied moments by all t free parameters.</summary>
internal static class MomentJacobian
{
    /// <summary>D, m x t, of the moments that count at the last update of the implied ones.</summary>
    public static Matrix<double> Of(ImpliedMoments moments, MomentVector vector, int count)
    {
        var (p, source) = (moments.Size, ImpliedDerivatives.Of(moments));
        var result = Matrix<double>.Build.Dense(vector.Count, count);
        for (var k = 0; k < source.Positions.Length; k++)
        {
            for (var at = 0; at < vector.Count; at++)
                result[at, source.Positions[k]] = Slope(source, k * p, vector[at]);
        }

        return result;
    }

    // Of the cell whose vectors begin at this place.
    private static double Slope(ImpliedDerivatives source, int begin, Moment moment)
    {
        var (kind, i, j) = moment;
        return kind == MomentKind.Mean
            ? source.Mu[begin + i]
            : (source.U[begin + i] * source.W[begin + j]) + (source.W[begin + i] * source.U[begin + j]);
    }
}
