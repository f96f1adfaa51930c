namespace Pathwise.Sem.Implied;

/// <summary>The matrices of y = nu + Lambda eta + e, eta = alpha + Beta eta + z, with Theta = cov(e) and Psi = cov(z).</summary>
internal enum ModelMatrix
{
    /// <summary>Loadings, p x m.</summary>
    Lambda,

    /// <summary>Regressions among the latent variables, m x m.</summary>
    Beta,

    /// <summary>Covariances of the latent disturbances, m x m, symmetric.</summary>
    Psi,

    /// <summary>Covariances of the residuals of observed variables, p x p, symmetric.</summary>
    Theta,

    /// <summary>Intercepts of observed variables, p.</summary>
    Nu,

    /// <summary>Means and intercepts of latent variables, m.</summary>
    Alpha,

    /// <summary>Thresholds of the responses behind ordered variables: a row for each variable, a column for each threshold.</summary>
    Tau,

    /// <summary>Scales of the responses behind ordered variables, p.</summary>
    Delta,
}
