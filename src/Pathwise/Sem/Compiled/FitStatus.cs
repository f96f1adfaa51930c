namespace Pathwise.Sem.Compiled;

/// <summary>How the fit of one sample ended: a proper solution, an improper one, or none and why.</summary>
public enum FitStatus
{
    /// <summary>Converged, and every covariance matrix of the model is one.</summary>
    Proper,

    /// <summary>Converged to a negative variance.</summary>
    NegativeVariance,

    /// <summary>Converged; the covariance matrix of the latent variables is not positive semidefinite.</summary>
    LatentCovarianceIndefinite,

    /// <summary>Converged; the matrix of residual covariances is not positive semidefinite.</summary>
    ResidualCovarianceIndefinite,

    /// <summary>Failed: the largest number of iterations was reached.</summary>
    TooManyIterations,

    /// <summary>Failed: no step lowers the discrepancy, although the gradient has not vanished.</summary>
    NoDescent,

    /// <summary>
    /// Failed: the discrepancy falls towards infinite loadings, since the loading that is fixed at one would have to be zero or
    /// negative.
    /// </summary>
    UnitLost,

    /// <summary>Failed: the sample covariance matrix is not positive definite.</summary>
    SingularSample,

    /// <summary>Failed: the constraints could not be met together.</summary>
    ConstraintsNotMet,

    /// <summary>Failed: the model's covariance matrix is not positive definite at the starting values.</summary>
    NoStart,

    /// <summary>Failed: a variable has one value in all cases of the sample, and so no variance.</summary>
    ConstantVariable,

    /// <summary>Failed: a variable has no value in the sample.</summary>
    EmptyVariable,

    /// <summary>Failed: the computation came upon numbers that it cannot go on with, as a singular matrix.</summary>
    Breakdown,

    /// <summary>Failed: a category of an ordered variable is not in the sample, and its thresholds are held or shared with others.</summary>
    LostCategory,

    /// <summary>Failed: the search of the first of two stages for means and covariances found no end.</summary>
    FirstStageUnfinished,
}

/// <summary>What a status means for the estimates.</summary>
public static class FitStatusFacts
{
    /// <summary>True when there are estimates at a minimum, proper or not.</summary>
    public static bool HasConverged(this FitStatus status) => status <= FitStatus.ResidualCovarianceIndefinite;

    /// <summary>True when there are estimates, but no population could have them.</summary>
    public static bool IsImproper(this FitStatus status) => status.HasConverged() && status != FitStatus.Proper;

    /// <summary>True when the search, or the solution that it found, is at fault, and not the sample.</summary>
    internal static bool IsOfSearch(this FitStatus status) => status.IsImproper()
        || status is FitStatus.TooManyIterations or FitStatus.NoDescent or FitStatus.UnitLost or FitStatus.ConstraintsNotMet or FitStatus.NoStart;

    /// <summary>The reason in words, as counts of failures show it.</summary>
    public static string Reason(this FitStatus status) => status switch
    {
        FitStatus.Proper => "proper",
        FitStatus.NegativeVariance => "negative variance",
        FitStatus.LatentCovarianceIndefinite => "latent covariances not positive semidefinite",
        FitStatus.ResidualCovarianceIndefinite => "residual covariances not positive semidefinite",
        FitStatus.TooManyIterations => "too many iterations",
        FitStatus.NoDescent => "no descent",
        FitStatus.UnitLost => "a loading fixed at one would be zero or negative",
        FitStatus.SingularSample => "sample covariance matrix not positive definite",
        FitStatus.ConstraintsNotMet => "constraints not met",
        FitStatus.NoStart => "no start",
        FitStatus.ConstantVariable => "a variable without variance in the sample",
        FitStatus.EmptyVariable => "a variable without values in the sample",
        FitStatus.Breakdown => "the computation broke down",
        FitStatus.LostCategory => "a category whose thresholds are held is not in the sample",
        FitStatus.FirstStageUnfinished => "means and covariances not found in the first stage",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a fit."),
    };
}
