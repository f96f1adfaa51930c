using System.Globalization;

namespace Pathwise.Tables;

/// <summary>
/// Codes of a column that mean the same: texts that are alike, or numbers that are equal, such as 1 and 1.0, since programs write a column
/// of whole numbers with a blank as 1.0 and 2.0. A code keeps the shortest spelling that occurs of it, of equally short ones the first.
/// </summary>
internal static class EqualCodes
{
    /// <summary>The codes, each in its spelling; null where missing.</summary>
    public static IReadOnlyList<string?> Merge(IReadOnlyList<string?> codes)
    {
        var spellings = Spellings(codes.OfType<string>());
        return [.. codes.Select(code => code is null ? null : spellings[Key(code)])];
    }

    /// <summary>The distinct codes in their order: numbers by size; by the alphabet as soon as one of them is none.</summary>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> codes)
    {
        var distinct = Spellings(codes).Values;
        return distinct.All(code => Number(code) is not null) ? [.. distinct.OrderBy(Number)] : [.. distinct.Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// What all spellings of a code have in common. Decimals compare exactly, where the nearest binary numbers of two long codes can be the
    /// same; what no decimal holds is compared as a binary number.
    /// </summary>
    public static object Key(string code) => Number(code) is not { } number ? code
        : decimal.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && (exact != 0 || number == 0) ? exact : number;

    /// <summary>The finite number that a code is; null where it is a text.</summary>
    public static double? Number(string code) =>
        double.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static Dictionary<object, string> Spellings(IEnumerable<string> codes)
    {
        var spellings = new Dictionary<object, string>();
        foreach (var code in codes)
        {
            var key = Key(code);
            if (!spellings.TryGetValue(key, out var known) || code.Length < known.Length)
                spellings[key] = code;
        }

        return spellings;
    }
}
