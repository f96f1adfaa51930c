using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Intervals;

namespace Pathwise.Multiverse.Runs;

/// <summary>One universe of a multiverse: what was chosen, how its analysis ended and what it found. One line of <c>universes.jsonl</c>.</summary>
[TypeFormatterSource]
public sealed record UniverseRow
{
    /// <summary>SHA-256 of its analysis, in hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of what is fitted: universes that differ in inference alone share it, and follow each other.</summary>
    public required string FitKey { get; init; }

    /// <summary>What was chosen, one choice for each decision of the plan, in its order.</summary>
    public required IReadOnlyList<UniverseChoice> Choices { get; init => field = ValueList.Of(value); }

    /// <summary>Its type: that of the choices which differ from the reference (N before U before E).</summary>
    public required DecisionType Type { get; init; }

    /// <summary>Whether it is the published analysis.</summary>
    public bool IsReference { get; init; }

    /// <summary>How its analysis ended.</summary>
    public required UniverseStatus Status { get; init; }

    /// <summary>Why there are no estimates, or why they are improper; null of a proper solution.</summary>
    public string? Reason { get; init; }

    /// <summary>The number of cases; null where it never came to a sample.</summary>
    public int? Count { get; init; }

    /// <summary>The number of free parameters.</summary>
    public int? ParameterCount { get; init; }

    /// <summary>The chi-square, as lavaan's chisq.</summary>
    public double? ChiSquare { get; init; }

    /// <summary>Degrees of freedom.</summary>
    public int? DegreesOfFreedom { get; init; }

    /// <summary>Comparative fit index.</summary>
    public double? Cfi { get; init; }

    /// <summary>Root mean square error of approximation.</summary>
    public double? Rmsea { get; init; }

    /// <summary>Standardized root mean square residual.</summary>
    public double? Srmr { get; init; }

    /// <summary>The effects with their intervals, under the names of the universe; empty without estimates.</summary>
    public IReadOnlyList<EffectEstimate> Effects { get; init => field = ValueList.Of(value); } = ValueList.Of<EffectEstimate>([]);

    /// <summary>What became of each claim of the plan, in its order.</summary>
    public IReadOnlyList<ClaimOutcome> Claims { get; init => field = ValueList.Of(value); } = ValueList.Of<ClaimOutcome>([]);

    /// <summary>The bootstrap replicates that were used; null without a bootstrap.</summary>
    public int? ReplicatesUsed { get; init; }
}

/// <summary>What a universe says of a claim.</summary>
/// <param name="Claim">The claim's name.</param>
/// <param name="Effect">The effect by its name in this universe, null where its model does not have it.</param>
/// <param name="Estimate">The estimate, standardized unless the universe takes the raw metric; null where there is none.</param>
/// <param name="StandardError">Its standard error: by the bootstrap where there is one, else by the delta method.</param>
/// <param name="PValue">The p value of zero that belongs to the interval.</param>
/// <param name="Lower">The interval's lower bound.</param>
/// <param name="Upper">The interval's upper bound.</param>
/// <param name="Holds">Whether it is as claimed; null where that cannot be said.</param>
[TypeFormatterSource]
public sealed record ClaimOutcome(string Claim, string? Effect, double? Estimate, double? StandardError, double? PValue, double? Lower, double? Upper, bool? Holds);
