namespace Pathwise.Psychometrics;

/// <summary>
/// Cronbach's alpha of the sum of a factor's indicators, and of the sum of their standardized values; null for a factor that other
/// factors measure, and for one indicator.
/// </summary>
[TypeFormatterSource]
public sealed record FactorAlpha(string Factor, double? Alpha, double? StandardizedAlpha);
