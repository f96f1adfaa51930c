using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Derivatives of one group's moments by all t free parameters, and the same weighted by normal-theory weights at the implied covariances. Moments
/// are the covariances of the lower triangle, row by row, then the means: p (p + 1) / 2 + p of them.
/// </summary>
internal sealed class MomentJacobian
{
    private MomentJacobian(Matrix<double> derivatives, Matrix<double> weighted) => (Derivatives, Weighted) = (derivatives, weighted);

    /// <summary>D, moments x t.</summary>
    public Matrix<double> Derivatives { get; }

    /// <summary>D' W, t x moments.</summary>
    public Matrix<double> Weighted { get; }

    /// <summary>At the last update of the moments, for t free parameters.</summary>
    public static MomentJacobian Of(ImpliedMoments moments, int count)
    {
        var p = moments.Size;
        var inverse = Matrix<double>.Build.Dense(p, p, moments.Sigma).Inverse();
        var source = ImpliedDerivatives.Of(moments);
        var derivatives = Matrix<double>.Build.Dense((p * (p + 1) / 2) + p, count);
        var weighted = Matrix<double>.Build.Dense(count, derivatives.RowCount);
        for (var k = 0; k < source.Positions.Length; k++)
        {
            var (u, w, mu) = (Row(source.U, k, p), Row(source.W, k, p), Row(source.Mu, k, p));
            var sigma = u.OuterProduct(w) + w.OuterProduct(u);
            var (product, means) = (inverse * sigma * inverse, inverse * mu);
            for (int i = 0, at = 0; i < p; i++)
            {
                for (var j = 0; j <= i; j++, at++)
                {
                    derivatives[at, source.Positions[k]] = sigma[i, j];
                    weighted[source.Positions[k], at] = product[i, j] * (i == j ? 0.5 : 1);
                }

                derivatives[(p * (p + 1) / 2) + i, source.Positions[k]] = mu[i];
                weighted[source.Positions[k], (p * (p + 1) / 2) + i] = means[i];
            }
        }

        return new(derivatives, weighted);
    }

    /// <summary>Normal-theory covariance of a case's moments at covariances S: s_ik s_jl + s_il s_jk, and S for the means.</summary>
    public static Matrix<double> NormalCovariance(Matrix<double> s)
    {
        var p = s.RowCount;
        var pairs = (from i in Enumerable.Range(0, p) from j in Enumerable.Range(0, i + 1) select (i, j)).ToArray();
        return Matrix<double>.Build.Dense(pairs.Length + p, pairs.Length + p, (a, b) => (a < pairs.Length, b < pairs.Length) switch
        {
            (true, true) => (s[pairs[a].i, pairs[b].i] * s[pairs[a].j, pairs[b].j]) + (s[pairs[a].i, pairs[b].j] * s[pairs[a].j, pairs[b].i]),
            (false, false) => s[a - pairs.Length, b - pairs.Length],
            _ => 0,
        });
    }

    private static Vector<double> Row(double[] matrix, int row, int p) => Vector<double>.Build.Dense(p, i => matrix[(row * p) + i]);
}
