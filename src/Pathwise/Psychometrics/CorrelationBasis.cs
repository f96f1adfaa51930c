namespace Pathwise.Psychometrics;

/// <summary>What correlations of items are of.</summary>
public enum CorrelationBasis
{
    /// <summary>Of the answers, taken as numbers: Pearson's.</summary>
    Answers,

    /// <summary>Of the normal responses that are assumed behind ordered answers: polychoric, by two steps.</summary>
    Responses,
}
