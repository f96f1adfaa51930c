namespace Pathwise.Reporting.Sentences;

/// <summary>Comparisons whose outcome stays undefined where a number is, so that no verdict is spoken over nothing.</summary>
public static class Verdicts
{
    /// <summary>Whether a number lies below a limit; null where it is undefined.</summary>
    public static bool? IsBelow(this double? value, double limit) => value is { } number && !double.IsNaN(number) ? number < limit : null;

    /// <summary>Whether a number lies above a limit; null where it is undefined.</summary>
    public static bool? IsAbove(this double? value, double limit) => value is { } number && !double.IsNaN(number) ? number > limit : null;

    /// <summary>Whether all hold: false as soon as one does not, else null where one is undefined.</summary>
    public static bool? All(params IReadOnlyList<bool?> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        return verdicts.Contains(false) ? false : verdicts.Contains(null) ? null : true;
    }
}
