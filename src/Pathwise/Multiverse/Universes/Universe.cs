using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Universes;

/// <summary>One combination of choices.</summary>
internal sealed record Universe
{
    /// <summary>SHA-256 of its analysis: data by their content, model, every option that decides a digit but the number and seed of resamples.</summary>
    public required string Key { get; init; }

    /// <summary>The same of what is fitted: universes that differ in inference alone share it.</summary>
    public required string FitKey { get; init; }

    /// <summary>The options chosen, one of each decision, in the order of the plan.</summary>
    public required IReadOnlyList<DecisionOption> Options { get; init; }

    /// <summary>Its type.</summary>
    public required DecisionType Type { get; init; }

    /// <summary>Whether it is the published analysis.</summary>
    public bool IsReference { get; init; }

    /// <summary>Its analysis.</summary>
    public required UniverseSetting Setting { get; init; }
}
