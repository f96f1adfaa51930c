namespace Pathwise.Multiverse.Inference;

/// <summary>What is asked of a whole curve (Simonsohn, Simmons and Nelson 2020).</summary>
public enum CurveStatistic
{
    /// <summary>The median of the estimates.</summary>
    Median,

    /// <summary>The share of universes in which the effect is significant in the predicted direction.</summary>
    Share,

    /// <summary>The sum of the z values over the root of their number (Stouffer).</summary>
    Stouffer,
}

/// <summary>The statistics as outputs name them.</summary>
public static class CurveStatisticText
{
    /// <summary>The name: <c>median</c>, <c>share</c> or <c>stouffer</c>.</summary>
    public static string Text(this CurveStatistic statistic) => statistic switch
    {
        CurveStatistic.Median => "median",
        CurveStatistic.Share => "share",
        CurveStatistic.Stouffer => "stouffer",
        _ => throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "Not a statistic of a curve."),
    };
}
