namespace Pathwise.Multiverse.Plans;

/// <summary>One way to decide.</summary>
[TypeFormatterSource]
public sealed record DecisionOption
{
    /// <summary>Its name, as results write it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the published analysis took it.</summary>
    public bool IsReference { get; init; }

    /// <summary>Its type, where it is not that of the decision.</summary>
    public DecisionType? Type { get; init; }

    /// <summary>Why it can be defended.</summary>
    public string Why { get; init; } = "";

    /// <summary>Who says so.</summary>
    public string Source { get; init; } = "";

    /// <summary>The conditions under which it is possible, all of them.</summary>
    public IReadOnlyList<OptionCondition> When { get; init => field = ValueList.Of(value); } = ValueList.Of<OptionCondition>([]);

    /// <summary>What it changes in the base analysis.</summary>
    public AnalysisChanges Changes { get; init; } = new();

    /// <summary>The line of the plan's file on which it stands; 0 of a plan that was made in memory.</summary>
    internal int Line { get; init; }
}
