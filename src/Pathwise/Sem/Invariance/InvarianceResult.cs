namespace Pathwise.Sem.Invariance;

/// <summary>The levels of measurement invariance, each compared with the one before. Immutable.</summary>
[TypeFormatterSource]
public sealed record InvarianceResult
{
    /// <summary>What was asked for.</summary>
    public required InvarianceOptions Options { get; init; }

    /// <summary>The levels in their order; a level that cannot be fitted ends the list.</summary>
    public required IReadOnlyList<InvarianceStep> Steps { get; init => field = ValueList.Of(value); }
}
