using System.Globalization;

namespace Pathwise.Tables;

/// <summary>How a number is written in a data file: digits with a decimal point, a sign and an exponent if need be.</summary>
internal static class Number
{
    /// <summary>Whether the text is a finite number in that form.</summary>
    public static bool IsNumber(string text) => TryParse(text, out _);

    /// <summary>The number in that form.</summary>
    public static double Parse(string text) =>
        TryParse(text, out var number) ? number : throw new InputException($"{Quoted.Of(text)} is not a number.");

    /// <summary>Reads a finite number in that form from UTF-8; NaN and false where there is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out double number)
    {
        if (double.TryParse(utf8, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number))
            return true;
        number = double.NaN;
        return false;
    }

    private static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
