namespace Pathwise.Teaching;

/// <summary>A number worked out by hand beside the engine's.</summary>
/// <param name="Quantity">What it is.</param>
/// <param name="ByHand">The number worked out step by step; null when a step led nowhere.</param>
/// <param name="ByEngine">The engine's number; null where it has none.</param>
[TypeFormatterSource]
public sealed record HandCheck(string Quantity, double? ByHand, double? ByEngine)
{
    // Steps by hand end where their author stops; the sixth digit is beyond what anybody reports.
    private const double Tolerance = 1e-6;

    /// <summary>True when both agree to six digits.</summary>
    public bool Agrees => (ByHand, ByEngine) is ({ } hand, { } engine) && Math.Abs(hand - engine) <= Tolerance * Math.Max(1, Math.Abs(engine));

    /// <summary>One row for each quantity.</summary>
    public static IReadOnlyList<HandCheck> Of(params (string Quantity, double? ByHand, double? ByEngine)[] numbers) =>
        [.. numbers.Select(number => new HandCheck(number.Quantity, number.ByHand, number.ByEngine))];
}
