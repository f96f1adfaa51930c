namespace Pathwise.Surveys;

/// <summary>What the coded columns of a categorical variable hold.</summary>
public enum CodingKind
{
    /// <summary>1 in the column's own category, else 0: coefficients are differences from the reference.</summary>
    Indicator,

    /// <summary>1 in the column's own category, -1 in the reference, else 0: coefficients are differences from the unweighted mean of all categories.</summary>
    Effect,
}

/// <summary>Kinds of coding as they are written.</summary>
internal static class CodingKindText
{
    /// <summary>The word for a kind.</summary>
    public static string Text(this CodingKind kind) => kind == CodingKind.Effect ? "effect" : "indicator";

    /// <summary>The kind of a word; null for any other.</summary>
    public static CodingKind? Of(string word) => word switch { "indicator" => CodingKind.Indicator, "effect" => CodingKind.Effect, _ => null };
}
