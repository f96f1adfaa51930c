using Pathwise.Numerics;

namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// How strong a confounder has to be to undo a path or an indirect effect: the share of the variance of the variables at both ends, each given what is
/// before it, that it has to explain.
/// </summary>
[TypeFormatterSource]
public sealed record RobustnessValue
{
    /// <summary>The path or effect by its name.</summary>
    public required string Path { get; init; }

    /// <summary>The coefficient, or the effect.</summary>
    public required double Estimate { get; init; }

    /// <summary>The share of the outcome's residual variance that the path explains; null for an effect of several paths.</summary>
    public double? PartialR2 { get; init; }

    /// <summary>The robustness value, 0 to 1; null where the path's equation is no regression.</summary>
    public required double? Value { get; init; }

    /// <summary>
    /// Its interval over the samples; negative where the path has the other sign. Its lower bound is the strength at which the percentile
    /// interval of the path reaches zero. Null without a bootstrap.
    /// </summary>
    public Interval? Interval { get; init; }

    /// <summary>
    /// The robustness value of a coefficient whose partial R2 is given: (sqrt(f^4 + 4 f^2) - f^2) / 2 with f^2 = R2 / (1 - R2), in the form
    /// 2 / (1 + sqrt(1 + 4 / f^2)), which loses no digits (Cinelli and Hazlett 2020; the stable form is that of sensemakr). NaN outside 0 to 1.
    /// </summary>
    public static double Of(double partialR2) => partialR2 switch
    {
        0 => 0,
        1 => 1,
        > 0 and < 1 => 2 / (1 + Math.Sqrt(1 + (4 * (1 - partialR2) / partialR2))),
        _ => double.NaN,
    };
}
