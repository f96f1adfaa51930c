namespace Pathwise.Sem.Inference;

/// <summary>How the moments that two models can imply stand to each other.</summary>
public enum ModelNesting
{
    /// <summary>What the restricted model implies, the full one can imply, too.</summary>
    Nested,

    /// <summary>The same, with as many degrees of freedom: neither model can fit better than the other.</summary>
    Equivalent,

    /// <summary>The restricted model implies moments that the full one cannot.</summary>
    NotNested,

    /// <summary>It could not be told: a model did not converge, or implies covariances that are not positive definite.</summary>
    Undetermined,
}
