namespace Pathwise.Auditing.Reported;

/// <summary>Small whole numbers written out, as papers print counts.</summary>
internal static class NumberWords
{
    private static readonly string[] Words =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    /// <summary>The digits of a number word, or the text itself when it is none.</summary>
    public static string Digits(string text) =>
        Array.FindIndex(Words, word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var number
            ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : text;

    /// <summary>The word for these digits, or the digits themselves when there is none.</summary>
    public static string Word(string digits) =>
        int.TryParse(digits, out var number) && number >= 0 && number < Words.Length ? Words[number] : digits;
}
