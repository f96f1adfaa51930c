using System.Globalization;

namespace Pathwise.Tables;

/// <summary>What to say of a text where a number was expected: what it probably was meant to be.</summary>
internal static class NotNumbers
{
    private static readonly HashSet<string> MissingWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ".", "-", "--", "?", "*", "na", "n/a", "n.a.", "n.a", "<na>", "#n/a", "#na", "nan", "-nan", "#null!", "#value!", "#div/0!", "null", "nil", "none",
        "missing", "(missing)", "miss", ".a", ".b", ".z", "no answer", "not applicable", "refused", "unknown", "k.a.",
    };

    /// <summary>Whether a text usually stands for a missing answer in what other programs write.</summary>
    public static bool LooksMissing(string text) => MissingWords.Contains(text);

    /// <summary>Whether a text has words in it, as a question or a label has, and is no mark of a missing answer.</summary>
    public static bool IsWording(string? text) => text is not null && !Number.IsNumber(text) && text.Any(char.IsLetter) && !LooksMissing(text);

    /// <summary>The sentence that refuses the text.</summary>
    public static string Complaint(string text) => $"{Quoted.Of(text)} is not a number; {Advice(text)}";

    private static string Advice(string text) =>
        LooksMissing(text) ? $"if it stands for a missing value, declare it (--na \"{text}\" on the command line); a blank and NA are missing anyway."
        : LookAlikes.First(text) is { } letter && Number.IsNumber(LookAlikes.Plain(text)) ? $"{LookAlikes.Name(letter)} only looks like what a number is written with; expected {LookAlikes.Plain(text)}."
        : Pointed(text) is { } pointed ? $"expected a decimal point, as in {pointed}, and no mark between thousands."
        : "expected a number, or blank or NA where missing.";

    private static string? Pointed(string text)
    {
        var pointed = text.Length < 40 && text.Count(letter => letter == ',') == 1 && !text.Contains('.', StringComparison.Ordinal)
            ? text.Replace(',', '.')
            : "";
        return double.TryParse(pointed, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? pointed : null;
    }
}
