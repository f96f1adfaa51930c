namespace Pathwise.Synthesis;

/// <summary>What a target is: which statistic of the answers, of the fitted model or of its bootstrap.</summary>
public enum TargetKind
{
    /// <summary>Chi-square of the model.</summary>
    ChiSquare,

    /// <summary>Degrees of freedom of the model; a fact of the syntax, checked before the search.</summary>
    DegreesOfFreedom,

    /// <summary>Upper tail of the model's chi-square.</summary>
    PValue,

    /// <summary>Tucker-Lewis index.</summary>
    Tli,

    /// <summary>Comparative fit index.</summary>
    Cfi,

    /// <summary>Root mean square error of approximation.</summary>
    Rmsea,

    /// <summary>Root mean square of the residual correlations, diagonal included (lavaan's <c>srmr</c>).</summary>
    Srmr,

    /// <summary>By how much chi-square falls when a fuller model is fitted.</summary>
    ChiSquareDifference,

    /// <summary>Degrees of freedom that the fuller model takes; a fact of the syntax.</summary>
    DegreesOfFreedomDifference,

    /// <summary>Upper tail of the difference of chi-squares.</summary>
    PValueDifference,

    /// <summary>Standardized total effect of one variable on another.</summary>
    TotalEffect,

    /// <summary>Lower bootstrap bound of a standardized total effect.</summary>
    TotalEffectLower,

    /// <summary>Upper bootstrap bound of a standardized total effect.</summary>
    TotalEffectUpper,

    /// <summary>Two-sided bootstrap p-value of a standardized total effect.</summary>
    TotalEffectPValue,

    /// <summary>A standardized loading, path or covariance.</summary>
    StandardizedEstimate,

    /// <summary>Correlation of two items in the sample, or of two latent variables as the model implies it.</summary>
    Correlation,

    /// <summary>Mean of an item as it was answered.</summary>
    Mean,

    /// <summary>Standard deviation of an item, divisor N - 1.</summary>
    StandardDeviation,

    /// <summary>Average variance extracted of a factor (Fornell and Larcker, 1981).</summary>
    AverageVarianceExtracted,

    /// <summary>Composite reliability of a factor from its standardized loadings.</summary>
    CompositeReliability,

    /// <summary>Largest heterotrait-monotrait ratio of correlations over all pairs of factors with items of their own.</summary>
    LargestHtmt,

    /// <summary>Least excess of an average variance extracted over a squared correlation of factors with items of their own.</summary>
    FornellLarckerMargin,

    /// <summary>Smallest variance parameter as a share of its variable's variance: negative in an improper solution.</summary>
    SmallestVarianceShare,

    /// <summary>Second-largest eigenvalue of the items' correlations.</summary>
    SecondEigenvalue,
}

/// <summary>Kinds of targets as a targets file writes them; fit measures have lavaan's names.</summary>
internal static class TargetKindText
{
    private static readonly (string Text, TargetKind Kind)[] Kinds =
    [
        ("chisq", TargetKind.ChiSquare),
        ("df", TargetKind.DegreesOfFreedom),
        ("pvalue", TargetKind.PValue),
        ("tli", TargetKind.Tli),
        ("cfi", TargetKind.Cfi),
        ("rmsea", TargetKind.Rmsea),
        ("srmr", TargetKind.Srmr),
        ("chisq.diff", TargetKind.ChiSquareDifference),
        ("df.diff", TargetKind.DegreesOfFreedomDifference),
        ("pvalue.diff", TargetKind.PValueDifference),
        ("total", TargetKind.TotalEffect),
        ("total.lower", TargetKind.TotalEffectLower),
        ("total.upper", TargetKind.TotalEffectUpper),
        ("total.pvalue", TargetKind.TotalEffectPValue),
        ("std", TargetKind.StandardizedEstimate),
        ("correlation", TargetKind.Correlation),
        ("mean", TargetKind.Mean),
        ("sd", TargetKind.StandardDeviation),
        ("ave", TargetKind.AverageVarianceExtracted),
        ("cr", TargetKind.CompositeReliability),
        ("htmt.max", TargetKind.LargestHtmt),
        ("fornell-larcker.min", TargetKind.FornellLarckerMargin),
        ("variance.min", TargetKind.SmallestVarianceShare),
        ("eigenvalue.2", TargetKind.SecondEigenvalue),
    ];

    /// <summary>All the texts, for a message.</summary>
    public static string All => string.Join(", ", Kinds.Select(kind => kind.Text));

    /// <summary>The kind of that text, or null.</summary>
    public static TargetKind? Parse(string text) =>
        Array.Find(Kinds, kind => kind.Text == text) is ({ }, var kind) ? kind : null;

    /// <summary>The text of a kind.</summary>
    public static string Text(this TargetKind kind) => Array.Find(Kinds, pair => pair.Kind == kind).Text;

    /// <summary>True for what repeated bootstraps decide, not one fit.</summary>
    public static bool IsBootstrap(this TargetKind kind) =>
        kind is TargetKind.TotalEffectLower or TargetKind.TotalEffectUpper or TargetKind.TotalEffectPValue;

    /// <summary>True for what the syntax alone decides.</summary>
    public static bool IsFactOfTheSyntax(this TargetKind kind) =>
        kind is TargetKind.DegreesOfFreedom or TargetKind.DegreesOfFreedomDifference;
}
