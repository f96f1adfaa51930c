namespace Pathwise.Sem.Categorical;

/// <summary>What a correlation is of.</summary>
public enum CorrelationKind
{
    /// <summary>Of two continuous variables.</summary>
    Pearson,

    /// <summary>Of a continuous variable and the normal response behind an ordered one.</summary>
    Polyserial,

    /// <summary>Of the normal responses behind two ordered variables.</summary>
    Polychoric,
}
