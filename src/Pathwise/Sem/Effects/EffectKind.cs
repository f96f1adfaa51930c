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

    /// <summary>One regression coefficient at given values of moderators.</summary>
    ConditionalDirect,

    /// <summary>The product of the coefficients along one path at given values of moderators.</summary>
    ConditionalIndirect,

    /// <summary>All that is not direct, at given values of moderators.</summary>
    ConditionalTotalIndirect,

    /// <summary>Everything, at given values of moderators.</summary>
    ConditionalTotal,

    /// <summary>How much an indirect effect changes with a unit of a moderator: the index of moderated mediation (Hayes, 2015, 2018).</summary>
    ModerationIndex,

    /// <summary>The difference of an effect between two values of a moderator.</summary>
    ConditionalContrast,

    /// <summary>The difference of an effect between two groups.</summary>
    GroupDifference,

    /// <summary>The ratio of an effect in two groups.</summary>
    GroupRatio,
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
        EffectKind.ConditionalDirect => "Conditional direct effects",
        EffectKind.ConditionalIndirect => "Conditional indirect effects",
        EffectKind.ConditionalTotalIndirect => "Conditional total indirect effects",
        EffectKind.ConditionalTotal => "Conditional total effects",
        EffectKind.ModerationIndex => "Indices of moderated mediation",
        EffectKind.ConditionalContrast => "Differences of conditional effects",
        EffectKind.GroupDifference => "Differences of groups",
        EffectKind.GroupRatio => "Ratios of groups",
        _ => "Defined",
    };
}
