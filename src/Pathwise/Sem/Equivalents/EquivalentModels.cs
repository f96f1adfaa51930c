namespace Pathwise.Sem.Equivalents;

/// <summary>A model among the models that could stand in its place.</summary>
[TypeFormatterSource]
public sealed record EquivalentModels
{
    /// <summary>The own model, then its equivalents, then the others by Akaike's criterion, those without one last.</summary>
    public required IReadOnlyList<EquivalentModel> Rows { get; init => field = ValueList.Of(value); }

    /// <summary>How they were looked for.</summary>
    public required EquivalentOptions Options { get; init; }

    /// <summary>Number of cases.</summary>
    public required int CaseCount { get; init; }

    /// <summary>The model that was asked about, among the others.</summary>
    public EquivalentModel Own => Rows[0];

    /// <summary>Those that no data can tell from the own one.</summary>
    public IEnumerable<EquivalentModel> Equivalents => Rows.Where(row => row.Equivalence == Equivalence.Equivalent);

    /// <summary>Those that other data could tell from the own one, but these hardly do.</summary>
    public IEnumerable<EquivalentModel> NearlyEquivalent => Rows.Where(row => row is { IsNear: true, Equivalence: Equivalence.Different });
}
