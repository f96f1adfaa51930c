namespace Pathwise.Multiverse.Plans;

/// <summary>What is claimed about an effect.</summary>
public enum ClaimDirection
{
    /// <summary>It is above zero.</summary>
    Positive,

    /// <summary>It is below zero.</summary>
    Negative,

    /// <summary>It is not zero.</summary>
    Nonzero,

    /// <summary>It is not told from zero, as a direct effect under full mediation.</summary>
    Absent,
}

/// <summary>Directions as plans and results write them.</summary>
public static class ClaimDirectionText
{
    /// <summary>The word: positive, negative, nonzero or absent.</summary>
    public static string Text(this ClaimDirection direction) => direction switch
    {
        ClaimDirection.Positive => "positive",
        ClaimDirection.Negative => "negative",
        ClaimDirection.Nonzero => "nonzero",
        ClaimDirection.Absent => "absent",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "Not a direction."),
    };
}
