namespace Pathwise.Sem.Inference;

/// <summary>
/// A chi-square, its degrees of freedom and its p. A scaled test also has the factor that the plain chi-square was divided
/// by; p is null without degrees of freedom or where the reference distribution is not known (unweighted least squares).
/// </summary>
[TypeFormatterSource]
public sealed record ChiSquareTest(double? Value, int DegreesOfFreedom, double? PValue, double? ScalingFactor = null)
{
    /// <summary>What was added after the division, by a scaled and shifted test; else null.</summary>
    public double? Shift { get; init; }

    /// <summary>The degrees of freedom of the reference distribution where they are not the model's, by a mean- and variance-adjusted test; else null.</summary>
    public double? AdjustedDegrees { get; init; }

    /// <summary>The degrees of freedom of the reference distribution.</summary>
    internal double ReferenceDegrees => AdjustedDegrees ?? DegreesOfFreedom;
}
