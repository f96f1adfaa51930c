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
            structure,
            [.. samples.Select((sample, g) => Of(sample, saturated[g], structure.HasMeans, options))],
            Shares(samples, options),
            CaseShares(samples))
        {
            Held = held ?? [],
        };
    }

    /// <summary>
    /// The groups' weights in the discrepancy: shares of the cases, under Wishart likelihood too (as lavaan has it); for least squares
    /// shares of the multipliers.
    /// </summary>
    public static double[] Shares(IReadOnlyList<SampleMoments> samples, EstimationOptions options)
    {
        if (options.IsLikelihood())
            return CaseShares(samples);
        var weights = Multipliers(samples, options);
        return [.. weights.Select(weight => weight / weights.Sum())];
    }

    /// <summary>Writes the shares of groups of so many cases.</summary>
    public static void Shares(ReadOnlySpan<int> counts, EstimationOptions options, Span<double> shares)
    {
        var less = options.IsLikelihood() ? 0 : 1;
        double total = 0;
        foreach (var count in counts)
            total += count - less;
        for (var g = 0; g < counts.Length; g++)
            shares[g] = (counts[g] - less) / total;
    }

    private static double[] CaseShares(IReadOnlyList<SampleMoments> samples)
    {
        double total = samples.Sum(sample => sample.Count);
        return [.. samples.Select(sample => sample.Count / total)];
    }

    /// <summary>What each group's discrepancy is multiplied by: n under normal likelihood, else n - 1.</summary>
    public static double[] Multipliers(IReadOnlyList<SampleMoments> samples, EstimationOptions options) =>
        [.. samples.Select(sample => options.Divisor() == Divisor.Count ? sample.Count : sample.Count - 1.0)];

    private static GroupDiscrepancy Of(SampleMoments sample, SampleMoments saturated, bool hasMeans, EstimationOptions options)
    {
        var covariance = sample.Covariance.ToRowMajorArray();
        var means = sample.Means?.ToArray() ?? new double[sample.Names.Count];
        return options.Estimator switch
        {
            Estimator.ULS => new UnweightedDiscrepancy(covariance, means, hasMeans),
            Estimator.GLS => new LeastSquaresDiscrepancy(covariance, means, sample.Covariance.Inverse().ToRowMajorArray(), hasMeans),
            _ => Likelihood(sample, saturated, hasMeans, options),
        };
    }

    private static GroupDiscrepancy Likelihood(
        SampleMoments sample, SampleMoments saturated, bool hasMeans, EstimationOptions options)
    {
        var (patterns, p) = (Patterns(sample, options), sample.Names.Count);
        var constant = SaturatedValue(patterns, saturated);
        return hasMeans && patterns.Any(pattern => pattern.Observed.Length < p)
            ? new IncompleteLikelihood(patterns, p, constant)
            : new LikelihoodDiscrepancy(patterns, p, hasMeans, constant);
    }

    /// <summary>The patterns whose likelihood the options ask for: under full information those of the cases, else the complete one.</summary>
    public static IReadOnlyList<MissingPattern> Patterns(SampleMoments sample, EstimationOptions options) =>
        options.Missing == MissingData.Fiml ? sample.Patterns : [MissingPatterns.Complete(sample)];

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
