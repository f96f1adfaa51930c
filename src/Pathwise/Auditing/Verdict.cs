namespace Pathwise.Auditing;

/// <summary>How a recomputed value stands beside the published one; first those from which something can be concluded.</summary>
public enum Verdict
{
    /// <summary>The recomputed value, printed with the published number of digits, is the published text, and nothing that it was computed from was made to give it.</summary>
    Reproduced,

    /// <summary>No digit can be equal, as chance moves the value; the published one lies inside the central 95 % of what the procedure gives.</summary>
    Compatible,

    /// <summary>The recomputed value is not the published one.</summary>
    Differs,

    /// <summary>It is the published one, or compatible with it, because the data were made to give it, directly or by implication; the reason says by what.</summary>
    MetByConstruction,

    /// <summary>
    /// It is the published text because the analysis or its data took it from there (a setting, a name, a row typed off a
    /// table); a reason is stated. That the two agree is no evidence.
    /// </summary>
    TakenFromPaper,

    /// <summary>The value cannot be recomputed; a reason is stated.</summary>
    NotRecomputable,
}

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
