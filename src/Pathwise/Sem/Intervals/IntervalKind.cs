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
