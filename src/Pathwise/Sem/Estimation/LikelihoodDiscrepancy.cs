using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Maximum likelihood, -2 log-likelihood for each case less the constant of the saturated model: ln|Sigma| + tr(S Sigma^-1) +
/// (m - mu)' Sigma^-1 (m - mu) - constant, summed over the patterns of observed variables (Joreskog 1967; Arbuckle 1996).
/// </summary>
internal sealed class LikelihoodDiscrepancy : CovarianceDiscrepancy
{
    private readonly IReadOnlyList<MissingPattern> patterns;
    private readonly bool hasMeans;
    private readonly double constant;
    private readonly int size;
    private readonly double[][] inverses, distances;
    private readonly double[] factor, scratch, product, right;

    /// <param name="patterns">One pattern of all variables when the cases are complete.</param>
    /// <param name="size">Number of observed variables, p.</param>
    /// <param name="hasMeans">True when the distance of the means counts.</param>
    /// <param name="constant">What the saturated model gives; zero when it is not known.</param>
    public LikelihoodDiscrepancy(IReadOnlyList<MissingPattern> patterns, int size, bool hasMeans, double constant)
    {
        (this.patterns, this.hasMeans, this.constant, this.size) = (patterns, hasMeans, constant, size);
        inverses = [.. patterns.Select(pattern => new double[pattern.Observed.Length * pattern.Observed.Length])];
        distances = [.. patterns.Select(pattern => new double[pattern.Observed.Length])];
        (factor, scratch) = (new double[size * size], new double[size * size]);
        (product, right) = (new double[size * size], new double[size * size]);
    }

    /// <inheritdoc/>
    public override double Value(ImpliedMoments moments)
    {
        double sum = 0;
        for (var k = 0; k < patterns.Count; k++)
        {
            var value = PatternValue(k, moments);
            if (!double.IsFinite(value))
                return double.PositiveInfinity;
            sum += patterns[k].Share * value;
        }

        return sum - constant;
    }

    /// <inheritdoc/>
    public override void Slopes(Span<double> bySigma, Span<double> byMu)
    {
        bySigma.Clear();
        byMu.Clear();
        for (var k = 0; k < patterns.Count; k++)
            AddSlopes(k, bySigma, byMu);
    }

    /// <inheritdoc/>
    public override void AddInformation(ImpliedDerivatives derivatives, double weight, Span<double> information)
    {
        var padded = new double[size * size];
        for (var k = 0; k < patterns.Count; k++)
        {
            Array.Clear(padded);
            var at = patterns[k].Observed;
            for (var i = 0; i < at.Length; i++)
            {
                for (var j = 0; j < at.Length; j++)
                    padded[(at[i] * size) + at[j]] = inverses[k][(i * at.Length) + j];
            }

            NormalInformation.Add(padded, size, derivatives, weight * patterns[k].Share, information);
        }
    }

    /// <inheritdoc/>
    public override void AddCurvature(ImpliedColumns columns, double weight, Span<double> curvature)
    {
        var (v, x, q) = (new double[size * size], new double[size * size], new double[size]);
        for (var k = 0; k < patterns.Count; k++)
        {
            Pad(k, v, x, q);
            NormalCurvature.AddLikelihood(v, x, q, columns, weight * patterns[k].Share, curvature);
        }
    }

    // V, V (S + d d') V and V d of a pattern, zero where nothing is observed.
    private void Pad(int k, double[] v, double[] x, double[] q)
    {
        var (at, inverse, n) = (patterns[k].Observed, inverses[k], patterns[k].Observed.Length);
        Array.Clear(v);
        Array.Clear(x);
        Array.Clear(q);
        FlatMatrix.Multiply(patterns[k].Covariance, inverse, product, n, n, n);
        FlatMatrix.Multiply(inverse, product, right, n, n, n);
        for (var i = 0; i < n; i++)
            q[at[i]] = VectorKernels.Dot(inverse.AsSpan(i * n, n), distances[k]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                v[(at[i] * size) + at[j]] = inverse[(i * n) + j];
                x[(at[i] * size) + at[j]] = ((right[(i * n) + j] + right[(j * n) + i]) / 2) + (q[at[i]] * q[at[j]]);
            }
        }
    }

    private double PatternValue(int k, ImpliedMoments moments)
    {
        var (at, inverse, distance) = (patterns[k].Observed, inverses[k], distances[k]);
        var n = at.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
                factor[(i * n) + j] = moments.Sigma[(at[i] * size) + at[j]];
            distance[i] = hasMeans ? patterns[k].Means[i] - moments.Mu[at[i]] : 0;
        }

        if (!Cholesky.TryFactor(factor, n))
            return double.PositiveInfinity;
        Cholesky.Invert(factor, n, inverse, scratch);
        var trace = VectorKernels.Dot(patterns[k].Covariance.AsSpan(0, n * n), inverse.AsSpan(0, n * n));
        return Cholesky.LogDeterminant(factor, n) + trace + (hasMeans ? Quadratic(inverse, distance) : 0);
    }

    // dF = tr[V - V (S + d d') V] dSigma - 2 d'V dmu, with V the inverse of Sigma and d = m - mu.
    private void AddSlopes(int k, Span<double> bySigma, Span<double> byMu)
    {
        var (at, inverse, distance, share) = (patterns[k].Observed, inverses[k], distances[k], patterns[k].Share);
        var n = at.Length;
        FlatMatrix.Multiply(patterns[k].Covariance, inverse, product, n, n, n);
        FlatMatrix.Multiply(inverse, product, right, n, n, n);
        for (var i = 0; i < n; i++)
        {
            var byMean = VectorKernels.Dot(inverse.AsSpan(i * n, n), distance);
            scratch[i] = byMean;
            byMu[at[i]] -= 2 * share * byMean;
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var spread = ((right[(i * n) + j] + right[(j * n) + i]) / 2) + (scratch[i] * scratch[j]);
                bySigma[(at[i] * size) + at[j]] += share * (inverse[(i * n) + j] - spread);
            }
        }
    }

    private static double Quadratic(double[] matrix, double[] vector)
    {
        var n = vector.Length;
        double sum = 0;
        for (var i = 0; i < n; i++)
            sum += vector[i] * VectorKernels.Dot(matrix.AsSpan(i * n, n), vector);
        return sum;
    }
}
