namespace Pathwise.Surveys;

/// <summary>What a column that is not an item holds.</summary>
public enum ColumnKind
{
    /// <summary>A name of the case; never blank.</summary>
    Identifier,

    /// <summary>A date with time of day, such as 2010-03-01T09:30.</summary>
    Time,

    /// <summary>One of the listed values, or blank.</summary>
    Choice,

    /// <summary>A number, or blank.</summary>
    Number,

    /// <summary>Any text, or blank.</summary>
    Text,
}

/// <summary>A column that is not an item: what it holds and, for a choice, each allowed value with its label.</summary>
[TypeFormatterSource]
public sealed record CodebookColumn(string Name, ColumnKind Kind, string Text, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Each allowed value with its label, in the order of the codebook; empty where the column is no choice.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init => field = ValueDictionary.Of(value); } = ValueDictionary.Of(Values);

    /// <summary>Whether its values are ordered categories rather than numbers, as the codebook says.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>How it enters a model, as the codebook says; null where it says nothing.</summary>
    public CategoryCoding? Coding { get; init; }

    /// <summary>The values that stand for a missing one, each with its reason.</summary>
    public IReadOnlyList<MissingCode> Missing { get; init => field = ValueList.Of(value); } = ValueList.Of<MissingCode>([]);
}
