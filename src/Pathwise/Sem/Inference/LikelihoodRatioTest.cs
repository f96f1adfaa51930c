using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Chi-square difference of a restricted model from the one it is nested in. The method is <c>standard</c> or, for scaled
/// tests, <c>satorra.bentler.2001</c>; p is null without a difference in degrees of freedom or when the scaled difference is undefined.
/// </summary>
[TypeFormatterSource]
public sealed record LikelihoodRatioTest(double? ChiSquare, int DegreesOfFreedom, double? PValue, string Method)
{
    /// <summary>Why the test is undefined; null when it is defined.</summary>
    public FitWarning? Warning { get; init; }
}
