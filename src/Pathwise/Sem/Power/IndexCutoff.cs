namespace Pathwise.Sem.Power;

/// <summary>What one fit index does against one misspecification.</summary>
/// <param name="Index">lavaan's name: cfi, rmsea or srmr.</param>
/// <param name="Cutoff">The cut-off: the misspecification is worse in 95 % (or 90 %) of its samples; null where the index cannot tell it from the model (NONE).</param>
/// <param name="ErrorRate">The error of either kind at the cut-off: .05, or .10 where .05 has no cut-off; null without one.</param>
/// <param name="Noticed">Share of the misspecified samples beyond the worst 5 % of the model's own.</param>
/// <param name="NoticedError">Its standard error from the number of samples.</param>
/// <param name="Conventional">Share of the misspecified samples beyond the conventional cut-off (Hu and Bentler 1999: CFI .95, RMSEA .06, SRMR .08).</param>
/// <param name="Lower">5 % point of the samples.</param>
/// <param name="Median">Their median.</param>
/// <param name="Upper">95 % point of the samples.</param>
[TypeFormatterSource]
public sealed record IndexCutoff(
    string Index, double? Cutoff, double? ErrorRate, double Noticed, double NoticedError, double Conventional, double Lower, double Median, double Upper);
