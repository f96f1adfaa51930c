using System.Globalization;

namespace Pathwise.Tables;

/// <summary>Codes of a column that mean the same: texts that are alike, or numbers that are equal, such as 1 and 1.0.</summary>
internal static class EqualCodes
{
    /// <summary>The codes, each in the shortest spelling that occurs of it (of equally short ones the first); null where missing.</summary>
    public static IReadOnlyList<string?> Merge(IReadOnlyList<string?> codes)
    {
        var spellings = new Dictionary<object, string>();
        foreach (var code in codes.OfType<string>())
        {
            var key = Key(code);
            if (!spellings.TryGetValue(key, out var known) || code.Length < known.Length)
                spellings[key] = code;
        }

        return [.. codes.Select(code => code is null ? null : spellings[Key(code)])];
    }

    // Decimals compare exactly, where the nearest binary numbers of two long codes can be the same.
    private static object Key(string code) =>
        decimal.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : code;
}
