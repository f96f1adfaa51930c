namespace Pathwise.Sem.Intervals;

/// <summary>How an interval is made.</summary>
public enum IntervalKind
{
    /// <summary>Quantiles of the bootstrap distribution.</summary>
    Percentile,

    /// <summary>The bootstrap distribution turned around the estimate.</summary>
    Basic,

    /// <summary>Normal, with the bootstrap's bias and standard error.</summary>
    Normal,

    /// <summary>Percentile, corrected for median bias (Efron, 1981): AMOS' bias-corrected interval.</summary>
    BiasCorrected,

    /// <summary>Percentile, corrected for bias and for a standard error that changes with the parameter (Efron, 1987).</summary>
    BcA,

    /// <summary>Normal, with a standard error by the delta method (Sobel, 1982).</summary>
    Delta,

    /// <summary>Quantiles over draws of the parameters from their estimated normal distribution (MacKinnon et al., 2004).</summary>
    MonteCarlo,

    /// <summary>Values that a likelihood-ratio test does not reject (Neale and Miller, 1997).</summary>
    Profile,
}

/// <summary>Kinds of intervals as options and JSON name them, and as readers do.</summary>
public static class IntervalKindText
{
    /// <summary>The name, such as <c>bca</c>.</summary>
    public static string Text(this IntervalKind kind) => kind switch
    {
        IntervalKind.Percentile => "percentile",
        IntervalKind.Basic => "basic",
        IntervalKind.Normal => "normal",
        IntervalKind.BiasCorrected => "bc",
        IntervalKind.BcA => "bca",
        IntervalKind.Delta => "delta",
        IntervalKind.MonteCarlo => "montecarlo",
        IntervalKind.Profile => "profile",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of interval."),
    };

    /// <summary>The kind in words inside a sentence, such as <c>bias-corrected</c>.</summary>
    internal static string Words(this IntervalKind kind) => kind switch
    {
        IntervalKind.BiasCorrected => "bias-corrected",
        IntervalKind.BcA => "BCa",
        IntervalKind.Delta => "delta method",
        IntervalKind.MonteCarlo => "Monte Carlo",
        IntervalKind.Profile => "profile likelihood",
        _ => kind.Text(),
    };

    /// <summary>The same as the heading of a column.</summary>
    internal static string Heading(this IntervalKind kind) => char.ToUpperInvariant(kind.Words()[0]) + kind.Words()[1..];

    /// <summary>True for intervals that rest on bootstrap replicates.</summary>
    public static bool IsBootstrap(this IntervalKind kind) => kind <= IntervalKind.BcA;
}
