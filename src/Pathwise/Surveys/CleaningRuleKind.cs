namespace Pathwise.Surveys;

/// <summary>What a cleaning rule asks of a case.</summary>
public enum CleaningRuleKind
{
    /// <summary>A column must hold a value.</summary>
    Requires,

    /// <summary>A column must not hold a value.</summary>
    Excludes,

    /// <summary>A column must not be blank.</summary>
    Present,

    /// <summary>It is the first of those that are alike in a column.</summary>
    First,

    /// <summary>Every answer lies in its item's range.</summary>
    InRange,

    /// <summary>Not all items are answered alike.</summary>
    Varied,

    /// <summary>At most some number of items is blank.</summary>
    Complete,
}

/// <summary>Kinds of cleaning rules in the words of codebooks and analyses.</summary>
public static class CleaningRuleKindText
{
    private static readonly Dictionary<CleaningRuleKind, string> Words = new()
    {
        [CleaningRuleKind.Requires] = "requires",
        [CleaningRuleKind.Excludes] = "excludes",
        [CleaningRuleKind.Present] = "present",
        [CleaningRuleKind.First] = "first",
        [CleaningRuleKind.InRange] = "in range",
        [CleaningRuleKind.Varied] = "varied",
        [CleaningRuleKind.Complete] = "complete",
    };

    /// <summary>The kind as a codebook names it.</summary>
    public static string Text(this CleaningRuleKind kind) => Words[kind];
}
