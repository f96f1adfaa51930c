using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>Chooses the discrepancy that the options ask for.</summary>
internal static class Discrepancies
{
    /// <summary>The objective of a structure on its samples.</summary>
    public static Objective Build(
        ModelStructure structure,
        IReadOnlyList<SampleMoments> samples,
        IReadOnlyList<SampleMoments> saturated,
        EstimationOptions options,
        IReadOnlyList<int>? held = null)
    {
        return new(
            structure.GivenCovariates(),
            [.. samples.Select((sample, g) => options.Method().Discrepancy(sample, saturated[g], structure.HasMeans, options))],
            Shares(samples, options.Method().UncountedCases),
            Shares(samples, 0))
        {
            Held = held ?? [],
        };
    }

    /// <summary>
    /// The groups' weights in the discrepancy: shares of the cases, under Wishart likelihood too (as lavaan has it); for least squares
    /// shares of the multipliers.
    /// </summary>
    private static double[] Shares(IReadOnlyList<SampleMoments> samples, int uncounted)
    {
        var shares = new double[samples.Count];
        Shares([.. samples.Select(sample => sample.Count)], uncounted, shares);
        return shares;
    }

    /// <summary>Writes the shares of groups of so many cases.</summary>
    public static void Shares(ReadOnlySpan<int> counts, EstimationOptions options, Span<double> shares) =>
        Shares(counts, options.Method().UncountedCases, shares);

    private static void Shares(ReadOnlySpan<int> counts, int uncounted, Span<double> shares)
    {
        double total = 0;
        foreach (var count in counts)
            total += count - uncounted;
        for (var g = 0; g < counts.Length; g++)
            shares[g] = (counts[g] - uncounted) / total;
    }

    /// <summary>What each group's discrepancy is multiplied by: n under normal likelihood, else n - 1.</summary>
    public static double[] Multipliers(IReadOnlyList<SampleMoments> samples, EstimationOptions options) =>
        [.. samples.Select(sample => options.Divisor() == Divisor.Count ? sample.Count : sample.Count - 1.0)];

    /// <summary>The patterns whose likelihood the options ask for: under full information those of the cases, else the complete one.</summary>
    public static IReadOnlyList<MissingPattern> Patterns(SampleMoments sample, EstimationOptions options) =>
        options.Missing == MissingData.Fiml ? sample.Patterns : [MissingPatterns.Complete(sample)];

    /// <summary>The same where the saturated moments are known; 0 where these are the moments of the values that there are, as they stand.</summary>
    public static double SaturatedValue(SampleMoments sample, SampleMoments saturated, EstimationOptions options) =>
        options.Missing == MissingData.Fiml && ReferenceEquals(saturated, sample) && sample.HasMissing
            ? 0
            : SaturatedValue(Patterns(sample, options), saturated);

    /// <summary>-2 log-likelihood of a case, without its constant, at the saturated moments; 0 where they are not positive definite.</summary>
    public static double SaturatedValue(IReadOnlyList<MissingPattern> patterns, SampleMoments saturated)
    {
        double sum = 0;
        if (patterns.Count > 1 && saturated.Means is { } means)
        {
            var completed = new CompletedMoments(patterns, saturated.Names.Count);
            if (completed.TryUpdate(means.ToArray(), saturated.Covariance.ToRowMajorArray()))
                return completed.Value;
        }

        foreach (var pattern in patterns)
        {
            var n = pattern.Observed.Length;
            var sigma = new double[n * n];
            for (var i = 0; i < n * n; i++)
                sigma[i] = saturated.Covariance[pattern.Observed[i / n], pattern.Observed[i % n]];
            if (!Cholesky.TryFactor(sigma, n))
                return 0;
            sum += pattern.Share * (Cholesky.LogDeterminant(sigma, n) + Distance(pattern, saturated, sigma));
        }

        return sum;
    }

    private static double Distance(MissingPattern pattern, SampleMoments saturated, double[] factor)
    {
        var n = pattern.Observed.Length;
        var (inverse, scratch) = (new double[n * n], new double[n * n]);
        Cholesky.Invert(factor, n, inverse, scratch);
        var d = Vector<double>.Build.Dense(
            n, i => saturated.Means is null ? 0 : pattern.Means[i] - saturated.Means[pattern.Observed[i]]);
        var v = Matrix<double>.Build.Dense(n, n, inverse);
        return VectorKernels.Dot(pattern.Covariance, inverse) + (d * v * d);
    }
}
