namespace Pathwise.Surveys;

/// <summary>Items that are meant to measure one thing, in the order of the questionnaire, and the labels of their answers.</summary>
[TypeFormatterSource]
public sealed class Scale
{
    /// <summary>The name by which models and tables call the scale.</summary>
    public required string Name { get; init; }

    /// <summary>What the scale measures, for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>The items; there is at least one.</summary>
    public required IReadOnlyList<Item> Items { get; init; }

    /// <summary>The answers that carry a label in the questionnaire.</summary>
    public required IReadOnlyDictionary<int, string> Labels { get; init; }

    /// <summary>The names of the items' columns.</summary>
    public IReadOnlyList<string> ItemNames => Items.Select(item => item.Name).ToArray();
}
