namespace Pathwise.Export.Content;

/// <summary>Words with italics, and the symbols that are set in italics wherever they head a column (APA 7, section 6.44).</summary>
internal static class Marked
{
    private static readonly HashSet<string> Statistics = ["M", "SD", "N", "n", "B", "SE", "z", "t", "p", "df", "r", "R²", "Δdf", "F"];

    /// <summary>The pieces of a text in which asterisks enclose italics.</summary>
    public static IEnumerable<(string Text, bool IsItalic)> Pieces(string text) =>
        text.Split('*').Select((piece, i) => (piece, i % 2 == 1)).Where(piece => piece.piece.Length > 0);

    /// <summary>A heading, a symbol of statistics in italics: <c>*p*</c>.</summary>
    public static string Heading(string heading) =>
        Statistics.Contains(heading) ? $"*{heading}*" : heading == "p of Δχ²" ? "*p* of Δχ²" : Plain(heading);

    /// <summary>A text from data, whose own asterisks enclose nothing.</summary>
    public static string Plain(string text) => text.Replace('*', '∗');
}
