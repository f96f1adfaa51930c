using Pathwise.Numerics;

namespace Pathwise.Multiverse.Universes;

/// <summary>A rule that judges a case by the others of its sample. Immutable.</summary>
internal abstract class SampleRule
{
    /// <summary>Sets to zero how often each case is there that the rule leaves out.</summary>
    /// <param name="candidates">The positions that are looked at.</param>
    /// <param name="counts">How often each case of the data is in the sample.</param>
    public abstract void LeaveOut(int[] candidates, Span<int> counts);
}

/// <summary>Leaves out the cases whose value is below a limit that follows from the values of the sample; a case without a value is not judged.</summary>
/// <param name="values">The value of each case of the data.</param>
/// <param name="limit">The limit, from the values of the sample in ascending order.</param>
internal sealed class LowValueRule(double[] values, Func<double[], double> limit) : SampleRule
{
    public override void LeaveOut(int[] candidates, Span<int> counts)
    {
        var there = new List<double>();
        foreach (var position in candidates)
        {
            for (var k = 0; k < counts[position] && !double.IsNaN(values[position]); k++)
                there.Add(values[position]);
        }

        if (there.Count == 0)
            return;
        double[] sorted = [.. there];
        Array.Sort(sorted);
        var least = limit(sorted);
        foreach (var position in candidates)
        {
            if (values[position] < least)
                counts[position] = 0;
        }
    }
}

/// <summary>
/// Leaves out the cases whose squared Mahalanobis distance from the sample's means, by its covariances (divisor n - 1), has a smaller upper tail in the
/// chi-square distribution of as many degrees as items than <paramref name="p"/>. Cases with a missing value are neither judged nor looked at; where
/// the covariances are singular nobody is left out.
/// </summary>
/// <param name="values">The items of each case of the data.</param>
/// <param name="p">The probability.</param>
internal sealed class MahalanobisRule(double[][] values, double p) : SampleRule
{
    private readonly int items = values[0].Length;
    private readonly double limit = ChiSquareDistribution.Quantile(1 - p, values[0].Length);

    public override void LeaveOut(int[] candidates, Span<int> counts)
    {
        int[] judged = [.. candidates.Where(IsWhole)];
        if (Moments(judged, counts) is not { } moments)
            return;
        var difference = new double[items];
        foreach (var position in judged)
        {
            for (var j = 0; j < items; j++)
                difference[j] = values[position][j] - moments.Means[j];
            Cholesky.SolveLower(moments.Factor, items, difference);
            if (VectorKernels.Dot(difference, difference) > limit)
                counts[position] = 0;
        }
    }

    private bool IsWhole(int position) => !values[position].AsSpan().ContainsAny([double.NaN]) && Array.TrueForAll(values[position], double.IsFinite);

    private (double[] Means, double[] Factor)? Moments(int[] judged, Span<int> counts)
    {
        var (n, means, products) = (0, new double[items], new double[items * items]);
        foreach (var position in judged)
        {
            n += counts[position];
            for (var j = 0; j < items; j++)
                means[j] += counts[position] * values[position][j];
        }

        for (var j = 0; j < items; j++)
            means[j] /= n;
        foreach (var position in judged)
        {
            for (var j = 0; counts[position] > 0 && j < items; j++)
            {
                for (var k = 0; k <= j; k++)
                    products[(j * items) + k] += counts[position] * (values[position][j] - means[j]) * (values[position][k] - means[k]) / (n - 1);
            }
        }

        return n > items && Cholesky.TryFactor(products, items) ? (means, products) : null;
    }
}
