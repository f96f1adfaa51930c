namespace Pathwise.Sem.Categorical;

/// <summary>How the search for a correlation ended.</summary>
public enum CorrelationOutcome
{
    /// <summary>At the most likely value.</summary>
    Found,

    /// <summary>At the most likely value, which is above 0.99 in size: the two variables say nearly the same.</summary>
    NearOne,

    /// <summary>At the end of the range, 0.999 in size, where the likelihood still rises: the data hold no estimate, and no standard error.</summary>
    AtBound,
}
