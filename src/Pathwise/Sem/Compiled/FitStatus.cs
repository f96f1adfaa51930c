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
}
