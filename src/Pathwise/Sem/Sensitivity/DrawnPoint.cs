namespace Pathwise.Sem.Sensitivity;

/// <summary>What the moments of one sample say of an effect under confounding.</summary>
/// <param name="Equation">The effect as a function of the disturbance correlation.</param>
/// <param name="Robustness">For each arrow of the effect its robustness value, with the sign of its coefficient; NaN where there is none.</param>
/// <param name="Scale">What standardizes the effect: the ratio of the standard deviations of cause and outcome.</param>
internal sealed record DrawnPoint(ConfoundedEquation Equation, double[] Robustness, double Scale)
{
    /// <summary>At one sample's structural moments.</summary>
    public static DrawnPoint Of(StructuralMoments at, ConfoundedPaths paths) => new(
        ConfoundedEquation.Of(at, paths),
        [.. paths.Arrows.Select(arrow => arrow.Path(at, paths) is { } path ? Math.Sign(path.Estimate) * RobustnessValue.Of(path.PartialR2) : double.NaN)],
        Math.Sqrt(at.Covariance[paths.Cause, paths.Cause] / at.Covariance[paths.Outcome, paths.Outcome]));
}
