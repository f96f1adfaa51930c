using System.Globalization;

namespace Pathwise.Tables;

/// <summary>How a message shows what stood in a file: in single quotes, long texts cut.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    /// <summary>The text in quotes; of a long one the beginning, and how long it is.</summary>
    public static string Of(string text) => $"'{Clipped(text)}'{Length(text)}";

    /// <summary>The text, or the beginning of a long one.</summary>
    public static string Clipped(string text, int longest = Longest) => text.Length <= longest ? text : text[..Cut(text, longest)] + "...";

    private static string Length(string text) =>
        text.Length <= Longest ? "" : string.Create(CultureInfo.InvariantCulture, $" ({text.Length:N0} characters)");

    // Never between the halves of a character that takes two.
    private static int Cut(string text, int longest) => char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
}
