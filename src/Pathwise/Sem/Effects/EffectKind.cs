namespace Pathwise.Sem.Effects;

/// <summary>What an effect of one variable on another is made of.</summary>
public enum EffectKind
{
    /// <summary>One regression coefficient.</summary>
    Direct,

    /// <summary>The product of the coefficients along one path with a variable between.</summary>
    SpecificIndirect,

    /// <summary>All that is not direct.</summary>
    TotalIndirect,

    /// <summary>Everything.</summary>
    Total,

    /// <summary>The difference of two specific indirect effects on the same outcome.</summary>
    Contrast,

    /// <summary>The total indirect effect as a share of the total one.</summary>
    ProportionMediated,

    /// <summary>A quantity that the syntax defines.</summary>
    Defined,
}

/// <summary>Kinds of effects as readers name them.</summary>
internal static class EffectKindText
{
    /// <summary>The heading above effects of a kind.</summary>
    public static string Heading(this EffectKind kind) => kind switch
    {
        EffectKind.Direct => "Direct effects",
        EffectKind.SpecificIndirect => "Specific indirect effects",
        EffectKind.TotalIndirect => "Total indirect effects",
        EffectKind.Total => "Total effects",
        EffectKind.Contrast => "Differences of indirect effects",
        EffectKind.ProportionMediated => "Shares mediated",
        _ => "Defined",
    };
}
