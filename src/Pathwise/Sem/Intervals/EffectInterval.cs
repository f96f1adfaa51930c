using Pathwise.Numerics;

namespace Pathwise.Sem.Intervals;

/// <summary>An interval of an effect, with the p value of the same kind.</summary>
/// <param name="Kind">How it is made.</param>
/// <param name="IsStandardized">True when it is of the standardized effect.</param>
/// <param name="Interval">The bounds and their level.</param>
/// <param name="PValue">
/// The level at which an interval of this kind would just reach zero, subtracted from one: the p value of a two-sided test of zero by
/// inverting the interval.
/// </param>
[TypeFormatterSource]
public sealed record EffectInterval(IntervalKind Kind, bool IsStandardized, Interval Interval, double? PValue);
