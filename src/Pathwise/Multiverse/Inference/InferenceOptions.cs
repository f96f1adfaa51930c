using Pathwise.Sem.Resampling;

namespace Pathwise.Multiverse.Inference;

/// <summary>How conclusions are drawn from a multiverse.</summary>
[TypeFormatterSource]
public sealed record InferenceOptions
{
    /// <summary>Level of bands and intervals; claims on all universes keep its complement as their error rate.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Seed of what is drawn here: orders of decisions, where there are too many to go through.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>These options, or the complaint about them.</summary>
    /// <exception cref="InputException">The level lies outside 0 to 1.</exception>
    public InferenceOptions Checked() => Levels.Problem(Level) is { } problem ? throw new InputException(problem) : this;
}
