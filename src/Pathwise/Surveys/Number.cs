using System.Globalization;

namespace Pathwise.Surveys;

/// <summary>How a number is written in a data file: digits with a decimal point, a sign and an exponent if need be.</summary>
internal static class Number
{
    /// <summary>Whether the text is a finite number in that form.</summary>
    public static bool IsNumber(string text) => TryParse(text, out _);

    /// <summary>The number in that form.</summary>
    public static double Parse(string text) =>
        TryParse(text, out var number) ? number : throw new InputException($"'{text}' is not a number.");

    private static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
