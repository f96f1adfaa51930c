using Pathwise.Sem.Effects;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Influence;

/// <summary>Which cases carry an effect: each alone, and how many must go together. Immutable.</summary>
[TypeFormatterSource]
public sealed record InfluenceResult
{
    /// <summary>The options.</summary>
    public required InfluenceOptions Options { get; init; }

    /// <summary>Number of cases.</summary>
    public required int Count { get; init; }

    /// <summary>The effect that was asked for.</summary>
    public required EffectDrops Effect { get; init; }

    /// <summary>The direct and the total effect of the same pair, where the model has them.</summary>
    public required IReadOnlyList<EffectDrops> Others { get; init => field = ValueList.Of(value); }

    /// <summary>The test of exact fit.</summary>
    public required ModelDrops Model { get; init; }

    /// <summary>One row for each case, in the order of the data.</summary>
    public required IReadOnlyList<CaseInfluence> Cases { get; init => field = ValueList.Of(value); }

    /// <summary>The free parameters that changes are given of, as in the syntax.</summary>
    public required IReadOnlyList<string> Parameters { get; init => field = ValueList.Of(value); }

    /// <summary>The effects that changes are given of.</summary>
    public required IReadOnlyList<Effect> Effects { get; init => field = ValueList.Of(value); }

    /// <summary>How the samples without sets of cases were fitted.</summary>
    internal FittingPath Path { get; init; } = new(true, null);

    /// <summary>What the search tried.</summary>
    public required SearchCounts Search { get; init; }

    /// <summary>For each kind of samples and each claim of the effect what they show; empty without a reference.</summary>
    public IReadOnlyList<DropReference> References { get; init => field = ValueList.Of(value); } = ValueList.Of<DropReference>([]);

    /// <summary>True when the fit of all cases is improper, so that improper solutions are admitted in the search.</summary>
    public required bool IsImproper { get; init; }

    /// <summary>True unless it was interrupted: then what was found is there, and the sets may not be the smallest.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>What a reference of a kind says of a claim; null where there is none.</summary>
    public DropReference? Reference(ReferenceKind kind, DropClaim claim = DropClaim.Significance) =>
        References.FirstOrDefault(each => each.Kind == kind && each.Claim == claim);
}

/// <summary>What a search tried.</summary>
/// <param name="Fits">Number of fits.</param>
/// <param name="Improper">Those that ended improper and were not chosen.</param>
/// <param name="Failures">Those that failed, by the reason.</param>
/// <param name="Enumerated">Every set of up to so many cases was fitted.</param>
[TypeFormatterSource]
public sealed record SearchCounts(int Fits, int Improper, IReadOnlyDictionary<string, int> Failures, int Enumerated)
{
    /// <summary>Failed fits, by the reason.</summary>
    public IReadOnlyDictionary<string, int> Failures { get; init => field = ValueDictionary.Of(value); } = ValueDictionary.Of(Failures);
}
