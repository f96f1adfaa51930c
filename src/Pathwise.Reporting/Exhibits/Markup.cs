using System.Text;

namespace Pathwise.Reporting.Exhibits;

/// <summary>Text from data inside HTML and SVG.</summary>
internal static class Markup
{
    /// <summary>The text with every character escaped or replaced that could end its element or is not allowed in XML.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            escaped.Append(Escape(rune));
        return escaped.ToString();
    }

    private static string Escape(Rune rune) => rune.Value switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\t' or '\n' or '\r' => " ",
        < 0x20 or 0x7F or 0xFFFE or 0xFFFF => "\uFFFD",
        _ => rune.ToString(),
    };
}
