using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Inference;

/// <summary>
/// Whether an effect of the claimed sign holds in every universe. It is claimed only where each universe's own test rejects, so that the largest p
/// of them is the p of the whole (intersection-union test; Berger 1982): the claim is wrong in at most a share alpha of samples, without any
/// adjustment. A universe that failed cannot be tested, and nothing is then claimed of every one.
/// </summary>
[TypeFormatterSource]
public sealed record EveryUniverse
{
    /// <summary>The largest p of the universes, and of the failed ones 1; null where there is no universe.</summary>
    public required double? PValue { get; init; }

    /// <summary>The error rate that <see cref="Holds"/> keeps.</summary>
    public required double Alpha { get; init; }

    /// <summary>Universes that failed or have no standard error.</summary>
    public required int Untested { get; init; }

    /// <summary>True when it holds in every universe; false when that was not shown.</summary>
    public bool Holds => Untested == 0 && PValue <= Alpha;

    internal static EveryUniverse Of(JointDraws draws, ClaimDirection sign, int failed, double alpha)
    {
        var alone = StepDown.Alone(draws, sign);
        var untested = failed + draws.WithoutError;
        return new() { Alpha = alpha, Untested = untested, PValue = untested > 0 ? 1 : alone.Max() };
    }
}
