using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;

namespace Pathwise.Sem.Mediation;

/// <summary>A test of the hypothesis that an indirect effect is zero.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Kind">How it is tested.</param>
/// <param name="Statistic">
/// What the p is of: the z of the weakest coefficient (joint significance), the z of the product (Sobel), the chi-square of the likelihood ratio; null
/// for tests of the bootstrap.
/// </param>
/// <param name="PValue">Null where the test does not exist; <see cref="Why"/> tells the reason.</param>
/// <param name="Hypothesis">The hypothesis that a small p speaks against.</param>
[TypeFormatterSource]
public sealed record MediationTest(Effect Effect, MediationTestKind Kind, double? Statistic, double? PValue, string Hypothesis)
{
    /// <summary>Why there is no p; null where there is one.</summary>
    public string? Why { get; init; }

    /// <summary>The coefficient that decides, as in <c>m ~ x</c>: the one with the largest p; null for tests that no single coefficient decides.</summary>
    public string? Weakest { get; init; }

    /// <summary>Degrees of freedom of a likelihood ratio: one; null for other tests.</summary>
    public int? DegreesOfFreedom { get; init; }
}
