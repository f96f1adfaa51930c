using Pathwise.Sem.Specification;

namespace Pathwise.Multiverse.Plans;

/// <summary>The analysis from which all universes of a plan depart.</summary>
[TypeFormatterSource]
public sealed record PlanBase
{
    /// <summary>The model.</summary>
    public required ModelSpecification Model { get; init; }

    /// <summary>The file of cases; null where a run names it.</summary>
    public string? Data { get; init; }

    /// <summary>The codebook that is followed; null for the one beside the data, where there is one.</summary>
    public string? Codebook { get; init; }

    /// <summary>Whether every row is taken as it stands, also when a codebook lies beside the data.</summary>
    public bool IsRaw { get; init; }

    /// <summary>What is missing beside blank and NA.</summary>
    public IReadOnlyList<string> Missing { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Rows left out, counted from 1.</summary>
    public IReadOnlyList<int> SkippedRows { get; init => field = ValueList.Of(value); } = ValueList.Of<int>([]);

    /// <summary>Effects that results list beside those of the claims, by name.</summary>
    public IReadOnlyList<string> Effects { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>What the base says beside the model: options, rules, intervals, as an option of a decision says them.</summary>
    public AnalysisChanges Analysis { get; init; } = new();
}
