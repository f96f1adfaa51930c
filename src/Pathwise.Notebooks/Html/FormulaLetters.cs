using System.Globalization;
using System.Text;

namespace Pathwise.Notebooks.Html;

/// <summary>Letters in the styles of mathematics, as the characters that Unicode has for them: browsers ignore most style attributes.</summary>
internal static class FormulaLetters
{
    private const string Latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    // Where a style's alphabet starts, and the letters that Unicode had given a place before.
    private static readonly Dictionary<string, (int Start, string Taken)> Alphabets = new()
    {
        ["bold"] = (0x1D400, ""),
        ["bold-italic"] = (0x1D468, ""),
        ["double-struck"] = (0x1D538, "CℂHℍNℕPℙQℚRℝZℤ"),
        ["script"] = (0x1D49C, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
        ["sans-serif"] = (0x1D5A0, ""),
        ["monospace"] = (0x1D670, ""),
    };

    public static string In(string style, string text)
    {
        if (!Alphabets.TryGetValue(style, out var alphabet))
            return text;
        var result = new StringBuilder();
        foreach (var c in text)
            result.Append(Letter(c, alphabet.Start, alphabet.Taken));
        return result.ToString();
    }

    private static string Letter(char c, int start, string taken)
    {
        if (taken.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 && at % 2 == 0)
            return taken[at + 1].ToString(CultureInfo.InvariantCulture);
        var place = Latin.IndexOf(c, StringComparison.Ordinal);
        return place < 0 ? c.ToString() : char.ConvertFromUtf32(start + place);
    }
}
