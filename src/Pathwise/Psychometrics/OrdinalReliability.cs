using Pathwise.Numerics;

namespace Pathwise.Psychometrics;

/// <summary>
/// How consistently ordered items measure. Ordinal alpha is Cronbach's formula on polychoric correlations (Zumbo, Gadermann and Zeisser 2007): of the sum of the
/// unseen responses, which nobody can form, and so no reliability of the scale as it is scored. Categorical omega (Green and Yang 2009) is of the sum of
/// the answers.
/// </summary>
/// <param name="Scale">The scale or factor.</param>
/// <param name="Group">The group; empty when there is one.</param>
/// <param name="Items">Number of items.</param>
/// <param name="Cases">Number of cases.</param>
/// <param name="OrdinalAlpha">Alpha of the responses; null of one item.</param>
/// <param name="OrdinalAlphaInterval">Its percentile interval over resampled cases; null without resamples.</param>
/// <param name="CategoricalOmega">Omega of the answers; null where the factor is not determined (fewer than three items by themselves) or improper.</param>
/// <param name="CategoricalOmegaInterval">Its interval likewise.</param>
/// <param name="Resamples">The resamples that the interval of omega rests on.</param>
/// <param name="Failures">The others, by reason; that of alpha lacks only those in which an item did not vary.</param>
[TypeFormatterSource]
public sealed record OrdinalReliability(
    string Scale,
    string Group,
    int Items,
    int Cases,
    double? OrdinalAlpha,
    Interval? OrdinalAlphaInterval,
    double? CategoricalOmega,
    Interval? CategoricalOmegaInterval,
    int Resamples,
    IReadOnlyDictionary<ResampleTrouble, int> Failures)
{
    /// <summary>Resamples without omega, by reason.</summary>
    public IReadOnlyDictionary<ResampleTrouble, int> Failures { get; init => field = ValueDictionary.Of(value); } = ValueDictionary.Of(Failures);
}
