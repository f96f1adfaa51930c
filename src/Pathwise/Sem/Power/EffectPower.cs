using Pathwise.Sem.Effects;

namespace Pathwise.Sem.Power;

/// <summary>How well an effect is estimated and found in samples of one size.</summary>
[TypeFormatterSource]
public sealed record EffectPower : EstimatePower
{
    /// <summary>The effect.</summary>
    public required Effect Effect { get; init; }

    /// <summary>True when all of it is about the standardized effect.</summary>
    public required bool IsStandardized { get; init; }
}
