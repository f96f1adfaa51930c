namespace Pathwise.Import.Services;

/// <summary>Words by which questionnaires offer no answer.</summary>
internal static class MissingWords
{
    private static readonly string[] Words =
    [
        "don't know", "dont know", "don’t know", "do not know", "not sure / don't know", "no answer", "no opinion", "refused", "prefer not to", "rather not say", "not applicable", "does not apply to me",
        "not answered", "not asked", "missing", "skipped", "can't say", "cannot say", "no response", "not reached",
        "keine angabe", "keine antwort", "weiß nicht", "weiss nicht", "kann ich nicht beurteilen", "nicht beantwortet", "nicht gesehen", "fehlend",
        "ne sait pas", "sans réponse", "non réponse", "pas de réponse", "no sabe", "no contesta", "weet niet", "geen antwoord", "non so",
    ];

    private static readonly string[] Whole = ["n/a", "na", "dk", "k.a.", "k. a.", "n.a.", "dk/na", "nsp", "ns/nc"];

    /// <summary>The label itself where it says that there is no answer, else null.</summary>
    public static string? Reason(string label)
    {
        var plain = label.Trim().ToLowerInvariant();
        return Whole.Contains(plain) || Array.Exists(Words, word => plain.Contains(word, StringComparison.Ordinal)) ? label.Trim() : null;
    }
}
