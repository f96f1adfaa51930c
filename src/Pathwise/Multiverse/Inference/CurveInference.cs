using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Inference;

/// <summary>
/// What follows from all universes of one type about one claim. Only equally defensible universes (E) are brought together into one statement; of the
/// others there is the description alone. Immutable; null where something is undefined.
/// </summary>
[TypeFormatterSource]
public sealed record CurveInference
{
    /// <summary>The claim.</summary>
    public required Claim Claim { get; init; }

    /// <summary>The type of the universes.</summary>
    public required DecisionType Type { get; init; }

    /// <summary>The universes with an estimate: their positions in the result, in the order of the plan.</summary>
    public required IReadOnlyList<int> Rows { get; init => field = ValueList.Of(value); }

    /// <summary>Universes without an estimate of the effect: failed ones, and those whose model does not have it.</summary>
    public required int Failed { get; init; }

    /// <summary>Universes with an estimate whose solution is improper.</summary>
    public required int Improper { get; init; }

    /// <summary>Universes in which the claim holds.</summary>
    public required int Holding { get; init; }

    /// <summary>Universes in which it can be judged.</summary>
    public required int Judged { get; init; }

    /// <summary>Different fits among the universes: those that differ in inference alone share one.</summary>
    public required int Fits { get; init; }

    /// <summary>Resamples that all universes share; 0 without a bootstrap.</summary>
    public required int Replicates { get; init; }

    /// <summary>The band that covers the effects of all universes at once, by fit; null without a bootstrap.</summary>
    public required SimultaneousBand? Band { get; init; }

    /// <summary>The universes' p values adjusted for all of them (Romano and Wolf 2005), in the order of <see cref="Rows"/>; empty without a bootstrap.</summary>
    public required IReadOnlyList<double?> PValues { get; init => field = ValueList.Of(value); }

    /// <summary>The universes' bounds of the band, in the order of <see cref="Rows"/>; empty without a bootstrap.</summary>
    public required IReadOnlyList<Numerics.Interval?> Bounds { get; init => field = ValueList.Of(value); }

    /// <summary>Whether the claim holds in every universe; null without a bootstrap, and where the effect is claimed to be absent, which no test shows.</summary>
    public required EveryUniverse? Every { get; init; }

    /// <summary>The tests of the whole curve, by the null of the joint bootstrap; empty without one.</summary>
    public required IReadOnlyList<CurveTest> Tests { get; init => field = ValueList.Of(value); }

    /// <summary>What share of the variance goes back to which decision.</summary>
    public required IReadOnlyList<DecisionShare> Shares { get; init => field = ValueList.Of(value); }

    /// <summary>How often a decision alone decides about the claim.</summary>
    public required IReadOnlyList<DecisionFlip> Flips { get; init => field = ValueList.Of(value); }

    /// <summary>The shortest way from the reference to the other outcome; its universes are positions in the result. Null without a reference in which the claim can be judged.</summary>
    public required ShortestChange? Shortest { get; init; }

    /// <summary>The spread over universes beside sampling error.</summary>
    public required UniverseSpread Spread { get; init; }

    /// <summary>How far the effect moves.</summary>
    public required Vibration Vibration { get; init; }
}
