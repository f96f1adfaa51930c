namespace Pathwise.Sem.Estimation;

/// <summary>What becomes of cases that miss a value.</summary>
public enum MissingData
{
    /// <summary>Cases that miss a value of the model are left out.</summary>
    Listwise,

    /// <summary>Full information: each case contributes the likelihood of the values it has (Arbuckle 1996).</summary>
    Fiml,

    /// <summary>With ordered variables: each threshold and correlation is of the cases that have its variables (Muthen 1984).</summary>
    Pairwise,
}
