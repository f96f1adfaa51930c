namespace Pathwise.Sem.Compiled;

/// <summary>What a status means for the estimates.</summary>
public static class FitStatusFacts
{
    /// <summary>True when there are estimates at a minimum, proper or not.</summary>
    public static bool HasConverged(this FitStatus status) => status <= FitStatus.ResidualCovarianceIndefinite;

    /// <summary>True when there are estimates, but no population could have them.</summary>
    public static bool IsImproper(this FitStatus status) => status.HasConverged() && status != FitStatus.Proper;

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
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a fit."),
    };
}
