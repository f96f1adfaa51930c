namespace Pathwise.Sem.Inference;

/// <summary>
/// A chi-square, its degrees of freedom and its p. A scaled test also has the factor that the plain chi-square was divided
/// by; p is null without degrees of freedom or where the reference distribution is not known (unweighted least squares).
/// </summary>
[TypeFormatterSource]
public sealed record ChiSquareTest(double? Value, int DegreesOfFreedom, double? PValue, double? ScalingFactor = null);
