namespace Pathwise.Multiverse.Inference;

/// <summary>How resamples are made in which the effect is zero in every universe.</summary>
public enum CurveNull
{
    /// <summary>The draws of the joint bootstrap less the estimates: own construction, for any kind of universe.</summary>
    Recentred,

    /// <summary>
    /// Every universe's cases rotated so that its model holds exactly with an effect of zero (Bollen and Stine 1992), the same rows drawn from all:
    /// own construction.
    /// </summary>
    Rotated,
}

/// <summary>The nulls as outputs name them.</summary>
public static class CurveNullText
{
    /// <summary>The name: <c>recentred</c> or <c>rotated</c>.</summary>
    public static string Text(this CurveNull kind) => kind switch
    {
        CurveNull.Recentred => "recentred",
        CurveNull.Rotated => "rotated",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a null of a curve."),
    };
}
