namespace Pathwise.Sem.Resampling;

/// <summary>What a replicate's sample is drawn from.</summary>
public enum ResamplingKind
{
    /// <summary>From the cases, with replacement (Efron, 1979).</summary>
    Nonparametric,

    /// <summary>From the normal distribution with the fitted moments.</summary>
    Parametric,

    /// <summary>
    /// From cases transformed so that the model holds exactly: for the p value of the chi-square (Bollen and Stine, 1992), not for
    /// intervals.
    /// </summary>
    BollenStine,
}
