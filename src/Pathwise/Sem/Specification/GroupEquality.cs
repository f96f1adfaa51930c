namespace Pathwise.Sem.Specification;

/// <summary>A kind of parameter that can be held equal over groups (lavaan's <c>group.equal</c>).</summary>
public enum GroupEquality
{
    /// <summary>Factor loadings.</summary>
    Loadings,

    /// <summary>Intercepts of observed variables; frees the latent means of later groups.</summary>
    Intercepts,

    /// <summary>Means and intercepts of latent variables.</summary>
    Means,

    /// <summary>Residual variances of observed variables.</summary>
    Residuals,

    /// <summary>Residual covariances of observed variables.</summary>
    ResidualCovariances,

    /// <summary>(Residual) variances of latent variables.</summary>
    LatentVariances,

    /// <summary>(Residual) covariances of latent variables.</summary>
    LatentCovariances,

    /// <summary>Regressions.</summary>
    Regressions,

    /// <summary>Thresholds of ordered variables.</summary>
    Thresholds,
}
