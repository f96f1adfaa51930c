using System.Globalization;

namespace Pathwise.Psychometrics;

/// <summary>The distinct codes in use, in their order: numbers by size, anything else by the alphabet.</summary>
internal static class CodeOrder
{
    public static IReadOnlyList<string> Of(IEnumerable<string> codes)
    {
        var distinct = codes.Distinct(StringComparer.Ordinal).ToArray();
        return distinct.All(code => Number(code) is not null)
            ? [.. distinct.OrderBy(Number)]
            : [.. distinct.Order(StringComparer.Ordinal)];
    }

    public static double? Number(string code) =>
        double.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
