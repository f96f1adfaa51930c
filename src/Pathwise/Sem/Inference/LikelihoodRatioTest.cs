using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Chi-square difference of a restricted model from the one it is nested in. The method is <c>standard</c> or, for scaled
/// tests, one of <see cref="DifferenceMethod"/>; p is null without a difference in degrees of freedom, where the scaled difference is undefined,
/// where the models are not nested or did not converge, and where the difference is negative.
/// </summary>
[TypeFormatterSource]
public sealed record LikelihoodRatioTest(double? ChiSquare, int DegreesOfFreedom, double? PValue, string Method)
{
    /// <summary>Why the test is undefined or must not be read; null when it is sound.</summary>
    public FitWarning? Warning { get; init; }

    /// <summary>Whether the restricted model is nested in the full one.</summary>
    public ModelNesting Nesting { get; init; } = ModelNesting.Undetermined;

    /// <summary>What the plain difference was divided by; null for the standard method and where it is undefined.</summary>
    public double? ScalingFactor { get; init; }

    /// <summary>What was then added (satorra.2000); zero otherwise.</summary>
    public double Shift { get; init; }
}
