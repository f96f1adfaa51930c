namespace Pathwise.Sem.Influence;

/// <summary>What leaving out cases is to change about a conclusion.</summary>
public enum DropClaim
{
    /// <summary>The estimate changes its sign.</summary>
    Sign,

    /// <summary>A significant effect is so no more, or one that is not becomes so with its sign.</summary>
    Significance,

    /// <summary>The effect becomes significant with the opposite sign.</summary>
    Opposite,

    /// <summary>A model that the test of exact fit rejects is so no more, or one that it does not reject is.</summary>
    Rejection,
}

/// <summary>Claims as JSON names them.</summary>
public static class DropClaimText
{
    /// <summary>The name, such as <c>significance</c>.</summary>
    public static string Text(this DropClaim claim) => claim switch
    {
        DropClaim.Sign => "sign",
        DropClaim.Significance => "significance",
        DropClaim.Opposite => "opposite",
        DropClaim.Rejection => "rejection",
        _ => throw new ArgumentOutOfRangeException(nameof(claim), claim, "Not a claim."),
    };
}
