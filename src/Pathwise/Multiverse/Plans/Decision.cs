namespace Pathwise.Multiverse.Plans;

/// <summary>A decision that an analyst has to make, with the options that can be defended.</summary>
[TypeFormatterSource]
public sealed record Decision
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether its options answer the same question.</summary>
    public required DecisionType Type { get; init; }

    /// <summary>Why it is a real choice.</summary>
    public string Why { get; init; } = "";

    /// <summary>Who says so.</summary>
    public string Source { get; init; } = "";

    /// <summary>With which choices of the others its options are combined.</summary>
    public Crossing Crossing { get; init; } = Crossing.All;

    /// <summary>The options, one of them the reference.</summary>
    public required IReadOnlyList<DecisionOption> Options { get; init => field = ValueList.Of(value); }

    /// <summary>The line of the plan's file on which it stands; 0 of a plan that was made in memory.</summary>
    internal int Line { get; init; }

    /// <summary>The option of the published analysis.</summary>
    public DecisionOption Reference => Options.First(option => option.IsReference);
}
