namespace Pathwise.Multiverse.Plans;

/// <summary>What a rule of a plan leaves cases out for.</summary>
public enum RowRuleKind
{
    /// <summary>A rule as in a codebook.</summary>
    Codebook,

    /// <summary>The same answer to so many items in a row (longstring).</summary>
    LongString,

    /// <summary>Answers that vary little within the case (intra-individual response variability).</summary>
    Irv,

    /// <summary>Answers far from the others' (Mahalanobis distance).</summary>
    Mahalanobis,

    /// <summary>A short time.</summary>
    Speed,

    /// <summary>Halves of the scales that do not agree within the case (even-odd consistency).</summary>
    EvenOdd,
}
