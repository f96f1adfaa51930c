using Pathwise.Numerics;

namespace Pathwise.Ranking;

/// <summary>
/// Friedman's (1937) test that raters prefer no topic, over the raters who rated all topics, corrected for ties, and Kendall's W:
/// how far the raters agree, from 0 to 1. Mean ranks count from 1 for the lowest rating. Null when every rater rated all topics alike.
/// </summary>
[TypeFormatterSource]
public sealed record FriedmanTest(
    int Raters, int Topics, double? ChiSquare, int DegreesOfFreedom, double? PValue, double? KendallW, IReadOnlyList<double> MeanRanks)
{
    /// <summary>The mean rank of each topic.</summary>
    public IReadOnlyList<double> MeanRanks { get; init => field = ValueList.Of(value); } = ValueList.Of(MeanRanks);

    internal static FriedmanTest Of(RatingMatrix ratings)
    {
        var complete = ratings.Complete.Raters;
        int n = complete.Length, k = ratings.Topics.Count;
        if (n < 2)
            throw new InputException($"{n} raters rated all {k} topics; Friedman's test needs at least 2.");
        var ranks = Array.ConvertAll(complete, rater => Ranks.Average(rater));
        var sums = Enumerable.Range(0, k).Select(j => ranks.Sum(row => row[j])).ToArray();
        var between = sums.Sum(sum => Math.Pow(sum - (n * (k + 1) / 2.0), 2));
        var within = (n * k * (k + 1.0)) - (complete.Sum(rater => Ranks.TieSum(rater)) / (k - 1));
        double? statistic = within > 0 ? 12 * between / within : null;
        return new FriedmanTest(
            n, k, statistic, k - 1, statistic is { } value ? ChiSquareDistribution.UpperTail(value, k - 1) : null,
            statistic / (n * (k - 1.0)), sums.Select(sum => sum / n).ToArray());
    }
}
