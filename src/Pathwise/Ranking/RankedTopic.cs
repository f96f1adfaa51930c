using Pathwise.Numerics;

namespace Pathwise.Ranking;

/// <summary>
/// One topic of a ranking: its rank by mean (1 is the highest; equal means share the lower number), how many rated it, mean,
/// standard deviation (n - 1; null for a single rating) and the t interval of the mean (null likewise).
/// </summary>
[TypeFormatterSource]
public sealed record RankedTopic(
    int Rank,
    string Name,
    string Title,
    int Raters,
    double Mean,
    double? StandardDeviation,
    Interval? Interval);
