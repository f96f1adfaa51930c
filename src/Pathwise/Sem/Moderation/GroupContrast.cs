using Pathwise.Sem.Intervals;

namespace Pathwise.Sem.Moderation;

/// <summary>An effect in two groups compared.</summary>
/// <param name="Difference">The effect in the first less that in the second group.</param>
/// <param name="Ratio">The effect in the first by that in the second group; its distribution has no moments, so that its interval is to be read, not its standard error.</param>
/// <param name="ChiSquare">The likelihood-ratio test, of one degree of freedom, that the difference is zero: of the model with the nonlinear constraint that says so; null where none was found, or the estimator has no likelihood.</param>
/// <param name="PValue">Its p.</param>
[TypeFormatterSource]
public sealed record GroupContrast(EffectEstimate Difference, EffectEstimate Ratio, double? ChiSquare, double? PValue);
