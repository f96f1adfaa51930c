namespace Pathwise.Studies;

/// <summary>
/// Reliability of the sum of a factor's items. Of numbers: Cronbach's alpha, and omega of the fit by maximum likelihood. Of ordered answers: categorical omega (Green
/// and Yang 2009), which is of the same sum, and ordinal alpha, which is of the sum of responses that nobody sees. Null where one is undefined.
/// </summary>
[TypeFormatterSource]
public sealed record ScaleByEstimator(string Factor, int Items, double? Alpha, double? Omega, double? CategoricalOmega, double? OrdinalAlpha);
