namespace Pathwise.Auditing;

/// <summary>Ranges in messages.</summary>
internal static class RangeText
{
    /// <summary>Both ends with so many decimals, joined by "to"; one number when they print alike.</summary>
    public static string Of(ValueRange range, int decimals)
    {
        var (lower, upper) = (End(range.Lower, decimals), End(range.Upper, decimals));
        return lower == upper ? lower : $"{lower} to {upper}";
    }

    private static string End(double value, int decimals) =>
        double.IsFinite(value) ? ExactRounding.Text(value, decimals) : value > 0 ? "any larger value" : "any smaller value";
}
