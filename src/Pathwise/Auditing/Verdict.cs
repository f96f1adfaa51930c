namespace Pathwise.Auditing;

/// <summary>How a recomputed value stands beside the published one.</summary>
public enum Verdict
{
    /// <summary>The recomputed value, printed with the published number of digits, is the published text.</summary>
    Reproduced,

    /// <summary>
    /// It is the published text because the analysis or its data took it from there (a setting, a name, a row typed off a
    /// table); a reason is stated. That the two agree is no evidence.
    /// </summary>
    TakenFromPaper,

    /// <summary>It is not.</summary>
    Differs,

    /// <summary>The value cannot be recomputed; a reason is stated.</summary>
    NotRecomputable,
}
