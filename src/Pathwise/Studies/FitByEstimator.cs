using Pathwise.Sem.Estimation;

namespace Pathwise.Studies;

/// <summary>How well a model fits by one estimator; the scaled test and indices where the estimator has them, null where a search did not end.</summary>
[TypeFormatterSource]
public sealed record FitByEstimator(Estimator Estimator, double? ChiSquare, int? DegreesOfFreedom, double? PValue, double? Cfi, double? Rmsea, double? Srmr);
