namespace Pathwise.Reporting.Tables;

/// <summary>Numbers, p values and intervals as people read them; what is undefined is a dash.</summary>
public static class NumberText
{
    /// <summary>What stands for an undefined value.</summary>
    public const string Dash = "–";

    /// <summary>A number with so many decimals; <paramref name="isBounded"/> when it cannot exceed one in size.</summary>
    public static string Number(double? value, int decimals, bool isBounded = false, LeadingZero zero = default) =>
        value is not { } number || double.IsNaN(number) ? Dash : Trimmed(Rounding.Text(number, decimals), isBounded, zero);

    /// <summary>A p value with three decimals: <c>.074</c>, <c>&lt; .001</c>, <c>&gt; .999</c>.</summary>
    public static string PValue(double? value, LeadingZero zero = default) => value switch
    {
        null or double.NaN => Dash,
        < 0.001 => "< " + Trimmed("0.001", true, zero),
        > 0.999 => "> " + Trimmed("0.999", true, zero),
        { } p => Trimmed(Rounding.Text(p, 3), true, zero),
    };

    /// <summary>An interval in brackets: <c>[0.26, 0.69]</c>; a dash where both bounds are undefined.</summary>
    public static string Interval(double? lower, double? upper, int decimals, bool isBounded = false, LeadingZero zero = default) =>
        lower is null && upper is null
            ? Dash
            : $"[{Number(lower, decimals, isBounded, zero)}, {Number(upper, decimals, isBounded, zero)}]";

    private static string Trimmed(string text, bool isBounded, LeadingZero zero)
    {
        if (!isBounded || zero == LeadingZero.Kept)
            return text;
        return text.StartsWith("0.", StringComparison.Ordinal) ? text[1..]
            : text.StartsWith("-0.", StringComparison.Ordinal) ? "-" + text[2..]
            : text;
    }
}
