namespace Pathwise.Sem.Categorical;

/// <summary>Which cases are left out where values are missing.</summary>
public enum CaseDeletion
{
    /// <summary>Cases that miss a value of any variable.</summary>
    Listwise,

    /// <summary>From each variable and each pair, the cases that miss a value of it. Right where values are missing completely at random.</summary>
    Pairwise,
}
