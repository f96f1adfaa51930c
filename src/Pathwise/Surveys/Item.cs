namespace Pathwise.Surveys;

/// <summary>
/// One question of a scale: the name of its column, a short title, what it asks, the answers it allows, and whether a
/// high answer stands for little of what the scale measures (reverse-keyed).
/// </summary>
[TypeFormatterSource]
public sealed record Item(string Name, string Title, string Text, string Scale, AnswerRange Range, bool IsReversed)
{
    /// <summary>Whether answers between the whole numbers are allowed, as on a slider or for the mean of several questions.</summary>
    public bool HasDecimals { get; init; }

    /// <summary>Whether its answers are ordered categories rather than numbers, as the codebook says.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>The values that stand for a missing answer to it, each with its reason.</summary>
    public IReadOnlyList<MissingCode> Missing { get; init => field = ValueList.Of(value); } = ValueList.Of<MissingCode>([]);
}
