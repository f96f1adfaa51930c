namespace Pathwise.Ranking;

/// <summary>
/// Correlations of the order of two lists of values, over the places where both have one (NaN is none); null when one of them does not
/// vary there.
/// </summary>
internal static class RankCorrelation
{
    /// <summary>Spearman's: Pearson's correlation of the ranks, ties at their mean.</summary>
    public static double? Spearman(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        (first, second) = Both(first, second);
        if (first.Count == 0)
            return null;
        double[] a = Ranks.Average(first), b = Ranks.Average(second);
        double meanA = a.Average(), meanB = b.Average();
        var product = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        var scale = Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
        return scale > 0 ? product / scale : null;
    }

    /// <summary>Kendall's tau-b, corrected for ties.</summary>
    public static double? KendallTauB(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        (first, second) = Both(first, second);
        double agreement = 0, untiedFirst = 0, untiedSecond = 0;
        for (var i = 0; i < first.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                int a = Math.Sign(first[i] - first[j]), b = Math.Sign(second[i] - second[j]);
                agreement += a * b;
                untiedFirst += a * a;
                untiedSecond += b * b;
            }
        }

        return untiedFirst * untiedSecond > 0 ? agreement / Math.Sqrt(untiedFirst * untiedSecond) : null;
    }

    private static (IReadOnlyList<double> First, IReadOnlyList<double> Second) Both(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var places = Enumerable.Range(0, first.Count).Where(i => !double.IsNaN(first[i] + second[i])).ToArray();
        return ([.. places.Select(i => first[i])], [.. places.Select(i => second[i])]);
    }
}
