namespace Pathwise.Auditing.Reported;

/// <summary>The names that a statistic's links and details may have; a name outside it would leave a check undone, silently.</summary>
internal static class AuditVocabulary
{
    /// <summary>Roles of linked statistics, each with ids after it.</summary>
    public static readonly string[] Roles =
        ["p", "lower", "upper", "chi-square", "baseline", "cfi", "aic", "mean", "count", "base", "sum", "listed", "same", "paths", "loadings", "se", "z", "residual", "among", "direct"];

    /// <summary>Roles whose statistics may be words; all others are numbers.</summary>
    public static readonly string[] RolesOfWords = ["listed", "same", "among"];

    /// <summary>Facts that checks need.</summary>
    public static readonly string[] Details =
    [
        "tails", "items", "scale", "values", "whole", "variables", "groups", "parameters", "syntax", "model", "interval", "level",
        "against", "from", "to", "effect", "table", "rows", "total", "relation", "column", "argument",
    ];
}
