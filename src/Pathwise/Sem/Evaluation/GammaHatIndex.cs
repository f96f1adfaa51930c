namespace Pathwise.Sem.Evaluation;

/// <summary>Gamma hat (Steiger 1989), what lavaan from 0.7 on calls gfi, with its 90 % interval; null where undefined.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end of the interval.</param>
[TypeFormatterSource]
public sealed record GammaHatIndex(double? Value, double? Lower, double? Upper);
