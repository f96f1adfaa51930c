namespace Pathwise.Sem.Evaluation;

/// <summary>Root mean square error of approximation (Steiger and Lind 1980), its interval and tests; null where undefined.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Lower">Lower end of the 90 % interval.</param>
/// <param name="Upper">Upper end of the 90 % interval.</param>
/// <param name="ClosePValue">p of the hypothesis of close fit, RMSEA at most .05.</param>
/// <param name="NotClosePValue">p of the hypothesis that the RMSEA is at least .08.</param>
[TypeFormatterSource]
public sealed record RmseaIndex(
    double? Value, double? Lower, double? Upper, double? ClosePValue, double? NotClosePValue);
