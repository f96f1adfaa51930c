using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;

namespace Pathwise.Studies;

/// <summary>A standardized effect by one estimator, with its standard error and its delta-method interval; null where it does not exist.</summary>
[TypeFormatterSource]
public sealed record EffectByEstimator(Effect Effect, Estimator Estimator, double? Standardized, double? StandardError, Interval? Interval);
