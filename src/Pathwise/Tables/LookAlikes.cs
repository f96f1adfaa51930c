using System.Globalization;
using System.Text;

namespace Pathwise.Tables;

/// <summary>
/// Characters that word processors, web pages and keyboards put in place of the plain ones that models and numbers are
/// written with, and that look like them or cannot be seen at all.
/// </summary>
internal static class LookAlikes
{
    // Each plain text, and the characters that stand in for it; the empty text stands for the ones without a width.
    private static readonly (string Plain, string Others)[] Table =
    [
        ("~", "\u02DC\u223C\uFF5E\u2053\u301C\u223D\u0303\u02F7\u1FC0\u2E2F\u3030\u2248\u2243"),
        ("-", "\u2212\u2010\u2011\u2012\u2013\u2014\u2015\uFE58\uFE63\uFF0D\u02D7\u2796\u00AF"),
        ("+", "\uFF0B\uFE62\u2795\u02D6"),
        ("=", "\uFF1D\uFE66\u2550\u30A0\u207C"),
        ("*", "\uFF0A\u2217\u00D7\u22C5\u00B7\u2022\u204E\u2731\uFE61"),
        ("\"", "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\uFF02\u02BA"),
        ("'", "\u2018\u2019\u201A\u201B\u2032\u00B4\u0060\uFF07\u02BC\u2039\u203A"),
        (":=", "\u2254"),
        (":", "\uFF1A\uFE55\u2236\uA789\u02D0"),
        (";", "\uFF1B\u037E\uFE54"),
        (",", "\uFF0C\uFE50\u201A\u3001\uFF64"),
        (".", "\uFF0E\uFE52\u2024\u3002"),
        ("(", "\uFF08\u2768\uFE59"),
        (")", "\uFF09\u2769\uFE5A"),
        ("<=", "\u2264\u2A7D"),
        (">=", "\u2265\u2A7E"),
        ("<", "\uFF1C\u2039\uFE64"),
        (">", "\uFF1E\u203A\uFE65"),
        ("|", "\uFF5C\u2223\u00A6"),
        ("/", "\uFF0F\u2044\u2215\u00F7"),
        ("^", "\uFF3E\u02C6\u2191"),
        ("%", "\uFF05\u066A\uFE6A"),
        ("#", "\uFF03\uFE5F"),
        ("!", "\uFF01\uFE57"),
        ("_", "\uFF3F\uFE4D"),
        ("", "\u200B\u200C\u200D\u2060\u2061\u2062\u2063\u2064\uFEFF\u00AD\u180E\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"),
        (" ", "\u00A0\u2007\u202F\u2002\u2003\u2009\u3000"),
    ];

    private const string Letters = "aceopxyijsABEHIKMNOPTXYZv";
    private const string Foreign =
        "\u0430\u0441\u0435\u043E\u0440\u0445\u0443\u0456\u0458\u0455\u0410\u0412\u0415\u041D\u0406\u041A\u041C\u039D\u041E\u0420\u0422\u0425\u03A5\u0396\u03BD";

    private static readonly Dictionary<char, string> PlainOf = Table
        .SelectMany(row => row.Others.Select(other => (other, row.Plain)))
        .DistinctBy(each => each.other)
        .ToDictionary(each => each.other, each => each.Plain);

    /// <summary>The first such character of a text, or null.</summary>
    public static char? First(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (PlainOf.ContainsKey(letter))
                return letter;
        }

        return null;
    }

    /// <summary>The text as it was probably meant: plain characters, no invisible ones, no blanks around it.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Select(letter => PlainOf.TryGetValue(letter, out var plain) ? plain : letter.ToString())).Trim();

    /// <summary>The character and its number in Unicode, so that it can be searched for: '˜' (U+02DC).</summary>
    public static string Name(char letter) => Name(Rune.TryCreate(letter, out var rune) ? rune : Rune.ReplacementChar);

    /// <inheritdoc cref="Name(char)"/>
    public static string Name(Rune letter)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"U+{letter.Value:X4}");
        return IsInvisible(letter) ? $"a character that cannot be seen ({code})" : $"'{letter}' ({code})";
    }

    /// <summary>What to type in its place.</summary>
    public static string Advice(char letter) => PlainOf[letter] switch
    {
        "" => "delete it",
        " " => "type a blank",
        var plain => $"type {plain}",
    };

    /// <summary>
    /// Where two words are written with letters that look alike and are not the same, the first pair of these; null where the words
    /// do not look alike.
    /// </summary>
    public static (char First, char Second)? Differing(string first, string second)
    {
        if (first.Length != second.Length || !first.Select(Latin).SequenceEqual(second.Select(Latin)))
            return null;
        return first.Zip(second).FirstOrDefault(pair => pair.First != pair.Second) is var pair && pair.First != pair.Second ? pair : null;
    }

    // Full-width forms stand 0xFEE0 behind the plain ones; Cyrillic and Greek letters one by one.
    private static char Latin(char letter) => letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0)
        : Foreign.IndexOf(letter, StringComparison.Ordinal) is var at and >= 0 ? Letters[at]
        : letter;

    /// <summary>Whether nothing is drawn for a character, or it is drawn on the one before.</summary>
    public static bool IsInvisible(Rune letter) => Rune.GetUnicodeCategory(letter)
        is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpaceSeparator;
}
