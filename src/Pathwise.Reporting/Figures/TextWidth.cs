namespace Pathwise.Reporting.Figures;

/// <summary>How wide words are in Helvetica or a typeface like it; a little too wide, so that nothing overlaps.</summary>
internal static class TextWidth
{
    private const double Safety = 1.16;
    private const double OtherLetters = 0.62;

    // Advance widths of the letters from the space to the tilde, in thousandths of the letters' height.
    private static readonly short[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>The width in pixels of words whose letters have this height.</summary>
    public static double Of(string text, double size) => Safety * size * text.Sum(Advance);

    /// <summary>The words broken into lines not wider than that; a single long word keeps a line of its own.</summary>
    public static IReadOnlyList<string> Lines(string text, double size, double width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Of(lines[^1] + " " + word, size) <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }
        return lines;
    }

    private static double Advance(char letter) =>
        letter is >= ' ' and <= '~' ? Widths[letter - ' '] / 1000.0 : letter < 0x1100 ? OtherLetters : 1;
}
