using System.Globalization;

namespace Pathwise.Cli.Options;

/// <summary>Lists of numbers on the command line: each by itself, or as FROM:TO:STEP.</summary>
internal static class NumberList
{
    private const int Most = 10_000;

    /// <summary>The numbers that texts stand for, each once.</summary>
    /// <exception cref="InputException">A text is no number and no range of numbers.</exception>
    public static IReadOnlyList<double> Of(string option, IReadOnlyList<string> texts) => [.. texts.SelectMany(text => Numbers(option, text)).Distinct()];

    private static IEnumerable<double> Numbers(string option, string text) => text.Split(':') switch
    {
        [var one] => [Number(option, text, one)],
        [var from, var to, var step] => Range(option, text, Number(option, text, from), Number(option, text, to), Number(option, text, step)),
        _ => throw Complaint(option, text),
    };

    // Each number as it would be typed: 0.3, not 0.30000000000000004.
    private static IEnumerable<double> Range(string option, string text, double from, double to, double step)
    {
        var count = Math.Floor(((to - from) / step) + 1e-9);
        return count is >= 0 and < Most
            ? Enumerable.Range(0, (int)count + 1).Select(i => Math.Round(from + (i * step), 12))
            : throw Complaint(option, text);
    }

    private static double Number(string option, string text, string part) =>
        double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : throw Complaint(option, text);

    private static InputException Complaint(string option, string text) => new($"{option}: '{text}' is not a number; expected numbers, as in -0.5,0,0.5, or FROM:TO:STEP.");
}
