using System.Text;
using Pathwise.Export.Content;

namespace Pathwise.Export.Formats;

/// <summary>Text in LaTeX: what is special is escaped, symbols of statistics become mathematics, so that pdfLaTeX sets them.</summary>
internal static class LatexText
{
    private static readonly Dictionary<char, string> Symbols = new()
    {
        ['\\'] = @"\textbackslash{}", ['~'] = @"\textasciitilde{}", ['^'] = @"\textasciicircum{}",
        ['&'] = @"\&", ['%'] = @"\%", ['$'] = @"\$", ['#'] = @"\#", ['_'] = @"\_", ['{'] = @"\{", ['}'] = @"\}",
        ['<'] = "$<$", ['>'] = "$>$", ['|'] = "$|$", ['−'] = "$-$", ['–'] = "--", ['—'] = "---", ['∗'] = "$*$",
        ['→'] = @"$\rightarrow$", ['⇒'] = @"$\Rightarrow$", ['↔'] = @"$\leftrightarrow$", ['≤'] = @"$\le$", ['≥'] = @"$\ge$", ['∞'] = @"$\infty$",
        ['²'] = "$^{2}$", ['Δ'] = @"$\Delta$", ['α'] = @"$\alpha$", ['β'] = @"$\beta$", ['χ'] = @"$\chi$", ['ω'] = @"$\omega$",
        ['"'] = @"\textquotedbl{}", ['`'] = @"\textasciigrave{}",
    };

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Symbols.TryGetValue(c, out var symbol))
                escaped.Append(symbol);
            else
                escaped.Append(char.IsControl(c) ? ' ' : c);
        }

        return escaped.ToString();
    }

    /// <summary>Words in which asterisks enclose italics.</summary>
    public static string Words(string text) =>
        string.Concat(Marked.Pieces(text).Select(piece => piece.IsItalic ? $@"\textit{{{Escape(piece.Text)}}}" : Escape(piece.Text)));
}
