namespace Pathwise.Sem.Evaluation;

/// <summary>
/// The SRMR without the bias that sampling error gives it, its interval and tests (Maydeu-Olivares 2017), by the names of lavaan's <c>lavResiduals</c>: usrmr, usrmr.se, usrmr.ci.lower,
/// usrmr.ci.upper, usrmr.closefit.pvalue, srmr.se and srmr.exactfit.pvalue.
/// </summary>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">Its standard error; null where it is zero.</param>
/// <param name="Lower">Lower end of the 90 % interval; it may be below zero.</param>
/// <param name="Upper">Upper end of the 90 % interval.</param>
/// <param name="ClosePValue">p of the hypothesis of close fit, an SRMR of at most .05.</param>
/// <param name="BiasedError">Standard error of the usual SRMR where the model holds.</param>
/// <param name="ExactPValue">p of the hypothesis that the model holds, from the usual SRMR.</param>
[TypeFormatterSource]
public sealed record UnbiasedSrmrIndex(
    double Value, double? StandardError, double? Lower, double? Upper, double? ClosePValue, double? BiasedError, double? ExactPValue);
