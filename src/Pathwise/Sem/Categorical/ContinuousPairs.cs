using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>The pairs of a group's resamples of which one variable or both are continuous, and the continuous variables themselves. One worker's.</summary>
internal sealed class ContinuousPairs(DrawnMargin[] variables, EmptyCellRule rule, bool hasVariances)
{
    private double[] values = [];

    /// <summary>Takes a resample of so many times each case, in which every variable varies.</summary>
    public void Take(ReadOnlySpan<int> times, DrawnResponses target)
    {
        var total = 0;
        foreach (var each in times)
            total += each;
        if (values.Length < total)
            values = new double[total];
        var margins = new Margin[variables.Length];
        for (var j = 0; j < margins.Length; j++)
            margins[j] = PairwiseCorrelations.MarginOf("", Values(variables[j], times), variables[j].IsOrdered);
        double[]?[] spreads = Array.ConvertAll(margins, margin => margin is ContinuousMargin && hasVariances ? AsymptoticCovariance.Row(margin, 1, total) : null);
        for (var j = 0; j < margins.Length; j++)
        {
            if (margins[j] is ContinuousMargin margin)
                Set(target, j, margin, spreads[j]);
            for (var i = 0; i < j; i++)
            {
                if (!variables[i].IsOrdered || !variables[j].IsOrdered)
                    Pair(target, i, j, (margins[i], spreads[i]), (margins[j], spreads[j]), total);
            }
        }
    }

    private static void Set(DrawnResponses target, int j, ContinuousMargin margin, double[]? spread)
    {
        target.Means[j] = margin.Mean;
        target.Set(j, j, margin.Variance, spread is null ? 1 : margin.Count * VectorKernels.Dot(spread, spread), false);
    }

    private void Pair(DrawnResponses target, int i, int j, (Margin Margin, double[]? Spread) first, (Margin Margin, double[]? Spread) second, int cases)
    {
        var pair = PairLikelihood.Of(first.Margin, second.Margin, rule);
        var covariance = pair.Correlation * AsymptoticCovariance.Deviation(first.Margin) * AsymptoticCovariance.Deviation(second.Margin);
        var row = hasVariances ? AsymptoticCovariance.OfPair(pair, first, second, cases) : [];
        target.Set(i, j, covariance, cases * VectorKernels.Dot(row, row), pair.Outcome == CorrelationOutcome.AtBound);
    }

    private Span<double> Values(DrawnMargin variable, ReadOnlySpan<int> times)
    {
        var count = 0;
        for (var i = 0; i < times.Length; i++)
        {
            values.AsSpan(count, times[i]).Fill(variable.Values[i]);
            count += times[i];
        }

        return values.AsSpan(0, count);
    }
}
