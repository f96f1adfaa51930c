namespace Pathwise.Sem.Power;

/// <summary>Cut-offs of fit indices for a model, its estimates and its number of cases.</summary>
[TypeFormatterSource]
public sealed record CutoffResult
{
    /// <summary>How they were simulated.</summary>
    public required CutoffOptions Options { get; init; }

    /// <summary>Number of cases of a sample.</summary>
    public required int CaseCount { get; init; }

    /// <summary>The model's own indices in the data: cfi, rmsea and srmr.</summary>
    public required IReadOnlyList<NamedIndex> Observed { get; init => field = ValueList.Of(value); }

    /// <summary>One for each population and shape; of each shape the model itself first.</summary>
    public required IReadOnlyList<CutoffLevel> Levels { get; init => field = ValueList.Of(value); }
}
