namespace Pathwise.Psychometrics;

/// <summary>
/// How well the indicators of a factor measure it, in a fitted model. Composite reliability and average variance extracted are of
/// standardized loadings (Fornell and Larcker 1981); omega is the share of the factor in the variance of the unweighted sum
/// of the indicators as the model implies it (Bentler 1968; semTools' omega2), and the weighted average variance extracted is of the
/// raw loadings (semTools' avevar). Null where the solution is improper or the factor is measured by other factors (omega and the weighted one).
/// </summary>
[TypeFormatterSource]
public sealed record FactorReliability(
    string Factor,
    IReadOnlyList<string> Indicators,
    double? CompositeReliability,
    double? AverageVarianceExtracted,
    double? Omega,
    double? WeightedVarianceExtracted,
    double? LowestLoading,
    bool IsSecondOrder)
{
    /// <summary>The factor's indicators, in the order of the model.</summary>
    public IReadOnlyList<string> Indicators { get; init => field = ValueList.Of(value); } = ValueList.Of(Indicators);
}
