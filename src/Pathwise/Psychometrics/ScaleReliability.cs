using Pathwise.Numerics;

namespace Pathwise.Psychometrics;

/// <summary>
/// How consistently a scale's items measure: Cronbach's alpha of their sum with its interval, alpha of the standardized
/// items and their mean correlation. All are null for a scale of one item.
/// </summary>
[TypeFormatterSource]
public sealed record ScaleReliability(
    string Scale,
    string Title,
    int Items,
    int Cases,
    double? Alpha,
    Interval? AlphaInterval,
    double? StandardizedAlpha,
    double? MeanCorrelation);
