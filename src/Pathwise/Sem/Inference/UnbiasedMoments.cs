using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Inference;

/// <summary>
/// The unbiased estimate of the covariance matrix of a sample's covariances (Browne 1974; Du and Bentler 2022), as lavaan's <c>gamma.unbiased</c> has it:
/// N (N - 1) / ((N - 2) (N - 3)) G - N / ((N - 2) (N - 3)) (G_normal - 2 ss' / (N - 1)) for the usual estimate G, that of normal data, and the covariances s; third-order
/// moments times N / (N - 2), the covariances of means as they are.
/// </summary>
internal static class UnbiasedMoments
{
    /// <summary>Of all groups in whitened coordinates, m x m row-major; null where a group has fewer than four cases.</summary>
    public static double[]? Of(ResidualSpace space, FitResult fit)
    {
        if (space.Groups.Any(group => group.Count < 4))
            return null;
        var (result, at) = (new double[space.Size * space.Size], 0);
        for (var g = 0; g < space.Groups.Length; g++)
        {
            Write(space.Groups[g], fit.Sample[g].WithRidge(0).With(Divisor.Count).Covariance.ToRowMajorArray(), fit.Sample[g].Names.Count, result.AsSpan((at * space.Size) + at), space.Size);
            at += space.Groups[g].Size;
        }

        return result;
    }

    private static void Write(WhitenedMoments group, double[] covariance, int p, Span<double> target, int stride)
    {
        var (m, pairs, n) = (group.Size, p * (p + 1) / 2, (double)group.Count);
        double[] transposed = new double[m * group.Count], usual = new double[m * m];
        FlatMatrix.Transpose(group.Cases, transposed, group.Count, m);
        FlatMatrix.MultiplyTransposed(transposed, transposed, usual, m, group.Count, m);
        var s = group.Whitened(covariance);
        (int I, int J)[] at = [.. from i in Enumerable.Range(0, p) from j in Enumerable.Range(0, i + 1) select (i, j)];
        var (fourth, normal) = (n * (n - 1) / ((n - 2) * (n - 3)), n / ((n - 2) * (n - 3)));
        for (var a = 0; a < m; a++)
        {
            for (var b = 0; b < m; b++)
            {
                var moment = usual[(a * m) + b] / n;
                target[(a * stride) + b] = (a < pairs, b < pairs) switch
                {
                    (true, true) => (fourth * moment) - (normal * OfNormal(s, at[a], at[b], p, n)),
                    (false, false) => moment,
                    _ => moment * n / (n - 2),
                };
            }
        }
    }

    // s_ik s_jl + s_il s_jk - 2 s_ij s_kl / (N - 1), the diagonal's coordinates over sqrt 2.
    private static double OfNormal(double[] s, (int I, int J) a, (int I, int J) b, int p, double n)
    {
        var scale = (a.I == a.J ? 0.5 : 1) * (b.I == b.J ? 0.5 : 1);
        var value = (s[(a.I * p) + b.I] * s[(a.J * p) + b.J]) + (s[(a.I * p) + b.J] * s[(a.J * p) + b.I]);
        return Math.Sqrt(scale) * (value - (2 * s[(a.I * p) + a.J] * s[(b.I * p) + b.J] / (n - 1)));
    }
}
