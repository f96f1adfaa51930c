using Pathwise.Numerics;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// What a change of moments weighs in the expected information of a case: tr(V dSigma V dSigma) / 2 + dmu'V dmu for the inverse V of the
/// covariances of what is observed, the mean over the patterns.
/// </summary>
internal static class ExpectedWeight
{
    /// <summary>At covariances Sigma, p x p, for a change of them and of the p means.</summary>
    public static double Of(IReadOnlyList<MissingPattern> patterns, double[] sigma, double[] covariances, double[] means) =>
        patterns.Sum(pattern => pattern.Share * Of(pattern.Observed, sigma, covariances, means));

    private static double Of(int[] observed, double[] sigma, double[] covariances, double[] means)
    {
        var n = observed.Length;
        var (factor, inverse, product) = (Part(sigma, observed, means.Length), new double[n * n], new double[n * n]);
        if (!Cholesky.TryFactor(factor, n))
            return double.NaN;
        Cholesky.Invert(factor, n, inverse, product);
        FlatMatrix.Multiply(inverse, Part(covariances, observed, means.Length), product, n, n, n);
        double trace = 0, square = 0;
        double[] shift = [.. observed.Select(i => means[i])];
        for (var i = 0; i < n; i++)
        {
            square += shift[i] * VectorKernels.Dot(inverse.AsSpan(i * n, n), shift);
            for (var j = 0; j < n; j++)
                trace += product[(i * n) + j] * product[(j * n) + i];
        }

        return (trace / 2) + square;
    }

    private static double[] Part(double[] matrix, int[] at, int p)
    {
        var part = new double[at.Length * at.Length];
        for (var i = 0; i < at.Length; i++)
        {
            for (var j = 0; j < at.Length; j++)
                part[(i * at.Length) + j] = matrix[(at[i] * p) + at[j]];
        }

        return part;
    }
}
