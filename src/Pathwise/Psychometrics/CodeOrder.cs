using System.Globalization;

namespace Pathwise.Psychometrics;

/// <summary>
/// The distinct codes in use, in their order: numbers by size, anything else by the alphabet. Codes that are the same number are the
/// same code, since programs write a column of whole numbers with a blank as 1.0 and 2.0.
/// </summary>
internal static class CodeOrder
{
    public static IReadOnlyList<string> Of(IEnumerable<string> codes)
    {
        var distinct = codes.GroupBy(Key, StringComparer.Ordinal).Select(group => Name(group.Key, group)).ToArray();
        return distinct.All(code => Number(code) is not null)
            ? [.. distinct.OrderBy(Number)]
            : [.. distinct.Order(StringComparer.Ordinal)];
    }

    /// <summary>What two spellings of one code have in common: the shortest text of a number, or the text itself.</summary>
    public static string Key(string code) =>
        Number(code) is { } number ? (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture) : code;

    // A code that is always written in one way keeps it: 01 stays 01.
    private static string Name(string key, IEnumerable<string> spellings) =>
        spellings.Distinct(StringComparer.Ordinal).ToArray() is [var only] ? only : key;

    public static double? Number(string code) =>
        double.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
