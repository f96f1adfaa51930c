using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>
/// N times the asymptotic covariance of the statistics of both steps (Muthen 1984), as sums of products of the cases' influences: what the sandwich of
/// their scores is when it is multiplied out. In lavaan's order: thresholds and means with their sign turned, variable by variable;
/// variances of continuous variables; correlations (covariances where a variable is continuous), column by column of the lower triangle.
/// </summary>
internal static class AsymptoticCovariance
{
    /// <summary>The covariance, q x q; <paramref name="pairs"/> in the order of the statistics.</summary>
    public static double[] Of(IReadOnlyList<Margin> margins, IReadOnlyList<(int First, int Second, PairLikelihood Pair)> pairs, int cases)
    {
        var influences = Influences(margins, pairs, cases);
        var q = influences.Count;
        var covariance = new double[q * q];
        for (var i = 0; i < q; i++)
        {
            for (var j = 0; j <= i; j++)
                covariance[(i * q) + j] = covariance[(j * q) + i] = cases * VectorKernels.Dot(influences[i], influences[j]);
        }

        return covariance;
    }

    private static List<double[]> Influences(IReadOnlyList<Margin> margins, IReadOnlyList<(int First, int Second, PairLikelihood Pair)> pairs, int cases)
    {
        var rows = new List<double[]>();
        foreach (var margin in margins)
        {
            if (margin is OrderedMargin)
                rows.AddRange(Enumerable.Range(0, margin.Parameters).Select(threshold => Row(margin, threshold, cases)));
            else
                rows.Add(Array.ConvertAll(Row(margin, 0, cases), value => -value));
        }

        var variances = margins.Select(margin => margin is ContinuousMargin ? Row(margin, 1, cases) : null).ToArray();
        rows.AddRange(variances.OfType<double[]>());
        foreach (var (first, second, pair) in pairs)
            rows.Add(OfPair(pair, (margins[first], variances[first]), (margins[second], variances[second]), cases));
        return rows;
    }

    /// <summary>What each case moves a parameter of a variable by.</summary>
    public static double[] Row(Margin margin, int parameter, int cases)
    {
        var row = new double[cases];
        margin.WriteInfluence(parameter, row);
        return row;
    }

    /// <summary>
    /// What each case moves the covariance of two variables by, given what it moves the variances of continuous ones by: the delta rule from a correlation to
    /// s_x s_y r, where a continuous variable has the standard deviation s.
    /// </summary>
    public static double[] OfPair(PairLikelihood pair, (Margin Margin, double[]? Variance) first, (Margin Margin, double[]? Variance) second, int cases)
    {
        var row = new double[cases];
        pair.WriteInfluence(row);
        var (one, other) = (Deviation(first.Margin), Deviation(second.Margin));
        for (var i = 0; i < cases; i++)
            row[i] *= one * other;
        if (first.Variance is not null)
            VectorKernels.AddScaled(pair.Correlation * other / (2 * one), first.Variance, row);
        if (second.Variance is not null)
            VectorKernels.AddScaled(pair.Correlation * one / (2 * other), second.Variance, row);
        return row;
    }

    /// <summary>The standard deviation of a continuous variable; 1 of the response behind an ordered one.</summary>
    public static double Deviation(Margin margin) => margin is ContinuousMargin continuous ? continuous.Deviation : 1;
}
