namespace Pathwise.Multiverse.Plans;

/// <summary>A plan of a multiverse: a base analysis, what is claimed on its ground, and the decisions that could have been made otherwise.</summary>
[TypeFormatterSource]
public sealed partial class MultiversePlan
{
    /// <summary>The file it was read from.</summary>
    public required string Source { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader must know first; empty where the plan says nothing.</summary>
    public string About { get; init; } = "";

    /// <summary>What the paper claims, an effect each.</summary>
    public required IReadOnlyList<Claim> Claims { get; init => field = ValueList.Of(value); }

    /// <summary>The decisions.</summary>
    public required IReadOnlyList<Decision> Decisions { get; init => field = ValueList.Of(value); }
}
