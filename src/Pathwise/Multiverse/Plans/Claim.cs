namespace Pathwise.Multiverse.Plans;

/// <summary>What a paper claims about one effect.</summary>
/// <param name="Name">Its name, such as H1.</param>
/// <param name="Effect">The effect by its name in the reference analysis, such as <c>x -> m -> y</c>, <c>x -> ... -> y</c> or <c>x => y</c>.</param>
/// <param name="Direction">What is claimed of it.</param>
[TypeFormatterSource]
public sealed record Claim(string Name, string Effect, ClaimDirection Direction)
{
    /// <summary>The claim in words; empty where the plan gives none.</summary>
    public string Text { get; init; } = "";

    /// <summary>
    /// Whether an effect with this estimate and this p value of zero is as claimed: significant at the level's complement and on the claimed side, or
    /// not significant where it is claimed to be absent. Null where either is not defined.
    /// </summary>
    public bool? Holds(double? estimate, double? p, double level) => (estimate, p) switch
    {
        (not { } or double.NaN, _) or (_, not { } or double.NaN) => null,
        var (value, probability) => Direction switch
        {
            ClaimDirection.Positive => probability < 1 - level && value > 0,
            ClaimDirection.Negative => probability < 1 - level && value < 0,
            ClaimDirection.Nonzero => probability < 1 - level,
            _ => !(probability < 1 - level),
        },
    };
}
