using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Inference;

/// <summary>How far a standardized deviation lies out, in the direction that a claim gives.</summary>
internal static class Tail
{
    /// <summary>The deviation, turned round for a negative effect, and its size where no sign is claimed.</summary>
    public static double Of(ClaimDirection direction, double deviation) => direction switch
    {
        ClaimDirection.Positive => deviation,
        ClaimDirection.Negative => -deviation,
        _ => Math.Abs(deviation),
    };
}
