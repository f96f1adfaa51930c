namespace Pathwise.Sem.Estimation;

/// <summary>
/// Reduced-bias M-estimation (RBM) of maximum likelihood with complete cases of continuous variables (Kosmidis and Lunardon 2024; Jamil, Rosseel, Kemp and
/// Kosmidis 2026): the names are those of lavaan's rbm.method.
/// </summary>
public enum BiasReduction
{
    /// <summary>Plain maximum likelihood.</summary>
    None,

    /// <summary>Maximises the likelihood with the penalty.</summary>
    Implicit,

    /// <summary>One step from the maximum likelihood estimates.</summary>
    Explicit,
}
