using System.Text;

namespace Pathwise.Export.Scripts;

/// <summary>Lines of an input for Mplus, none of them longer than 90 letters.</summary>
internal static class MplusLines
{
    /// <summary>The longest line that Mplus reads.</summary>
    public const int Longest = 90;

    /// <summary>A statement, on further lines where it is long, ended by a semicolon unless it is a title.</summary>
    public static string Statement(string opening, string words, bool ends = true) => Wrapped(opening, "    ", words + (ends ? ";" : ""));

    /// <summary>A comment.</summary>
    public static string Comment(string words) => Wrapped("!", "!  ", Ascii(words));

    private static string Wrapped(string opening, string further, string words)
    {
        var text = new StringBuilder(opening);
        var (width, isFirst) = (opening.Length, true);
        foreach (var word in words.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(Longest - 8)).Select(letters => new string(letters)))
        {
            if (!isFirst && width + 1 + word.Length > Longest)
            {
                text.Append('\n').Append(further);
                (width, isFirst) = (further.Length, true);
            }

            var gap = isFirst && (opening.EndsWith(' ') || text[^1] == ' ') ? "" : " ";
            text.Append(gap).Append(word);
            (width, isFirst) = (width + gap.Length + word.Length, false);
        }

        return text.Append('\n').ToString();
    }

    private static string Ascii(string words) => string.Concat(words.Select(letter => char.IsAscii(letter) ? letter : '?'));
}
