namespace Pathwise.Sem.Influence;

/// <summary>When an effect counts as significant while cases are searched for.</summary>
public enum SignificanceRule
{
    /// <summary>The estimate over its standard error by the delta method (Sobel, 1982).</summary>
    Wald,

    /// <summary>
    /// Of an effect along one path, the smallest ratio of a coefficient to its standard error, with the sign of the effect (joint significance;
    /// MacKinnon et al., 2002); of any other effect the ratio of <see cref="Wald"/>.
    /// </summary>
    Joint,
}

/// <summary>Rules as options and JSON name them.</summary>
public static class SignificanceRuleText
{
    /// <summary>The name, such as <c>wald</c>.</summary>
    public static string Text(this SignificanceRule rule) => rule switch
    {
        SignificanceRule.Wald => "wald",
        SignificanceRule.Joint => "joint",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a rule of significance."),
    };
}
