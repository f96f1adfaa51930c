namespace Pathwise.Multiverse.Plans;

/// <summary>
/// What the options of a decision have in common (Del Giudice and Gangestad, 2021): whether they answer the same question equally well.
/// </summary>
public enum DecisionType
{
    /// <summary>E: the same question, answered in ways that are equally defensible.</summary>
    Equivalent,

    /// <summary>U: whether they are equally defensible can be argued about.</summary>
    Uncertain,

    /// <summary>N: another question, or a way that is not as good.</summary>
    NotEquivalent,
}

/// <summary>Types of decisions as plans and results write them.</summary>
public static class DecisionTypeText
{
    /// <summary>The letter: E, U or N.</summary>
    public static string Text(this DecisionType type) => type switch
    {
        DecisionType.Equivalent => "E",
        DecisionType.Uncertain => "U",
        DecisionType.NotEquivalent => "N",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of decision."),
    };
}
