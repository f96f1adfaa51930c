namespace Pathwise.Auditing;

/// <summary>Verdicts as scorecards write them.</summary>
public static class VerdictText
{
    private static readonly string[] Texts = ["reproduced", "compatible", "differs", "met by construction", "taken from the paper", "not recomputable"];

    /// <summary>The verdict in words.</summary>
    public static string Text(this Verdict verdict) => Texts[(int)verdict];

    /// <summary>The verdict of these words; any others are an <see cref="InputException"/>.</summary>
    public static Verdict Parse(string text) => Array.IndexOf(Texts, text) is >= 0 and var found
        ? (Verdict)found
        : throw new InputException($"'{text}' is not a verdict; expected one of: {string.Join(", ", Texts)}.");
}
