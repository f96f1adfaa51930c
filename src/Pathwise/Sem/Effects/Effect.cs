namespace Pathwise.Sem.Effects;

/// <summary>An effect of a cause on an outcome, or a quantity made of such effects.</summary>
/// <param name="Outcome">The variable acted upon; the name of a defined quantity.</param>
/// <param name="Cause">The variable that acts; empty for a defined quantity.</param>
/// <param name="Kind">What the effect is made of.</param>
/// <param name="Via">The variables between, in the order of the path; for a contrast those of both paths, an empty text between them.</param>
/// <param name="Group">Group, counted from 1.</param>
[TypeFormatterSource]
public sealed record Effect(string Outcome, string Cause, EffectKind Kind, IReadOnlyList<string> Via, int Group)
{
    /// <summary>The variables between, in the order of the path.</summary>
    public IReadOnlyList<string> Via { get; init => field = ValueList.Of(value); } = ValueList.Of(Via);

    /// <summary>The group's label in the data; empty where there is one group.</summary>
    public string GroupLabel { get; init; } = "";

    /// <summary>The values of moderators that the effect is conditional on; empty where it is not.</summary>
    public IReadOnlyList<ModeratorCondition> Conditions { get; init => field = ValueList.Of(value); } = ValueList.Of<ModeratorCondition>([]);

    /// <summary>Of a difference between values of moderators, and of an index of a categorical one, those of the effect that is subtracted, else empty.</summary>
    public IReadOnlyList<ModeratorCondition> Less { get; init => field = ValueList.Of(value); } = ValueList.Of<ModeratorCondition>([]);

    /// <summary>Of a difference between values of moderators the kind of the effects; else the kind itself.</summary>
    public EffectKind Of { get => field == default ? Kind : field; init; }

    /// <summary>The moderators whose index it is; empty for other kinds.</summary>
    public IReadOnlyList<string> Moderators { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Of a comparison of groups the label of the other group, else empty.</summary>
    public string OtherGroup { get; init; } = "";

    /// <summary>The path that a conditional effect, or a comparison of groups, is of.</summary>
    internal string PathName => Of is EffectKind.ConditionalTotal or EffectKind.Total ? $"{Cause} => {Outcome}"
        : Of is EffectKind.ConditionalTotalIndirect or EffectKind.TotalIndirect ? $"{Cause} -> ... -> {Outcome}"
        : string.Join(" -> ", [Cause, .. Via, Outcome]);

    /// <summary>The effect in words, such as <c>x -> m -> y</c>.</summary>
    public string Name => Kind switch
    {
        EffectKind.Direct or EffectKind.SpecificIndirect => string.Join(" -> ", [Cause, .. Via, Outcome]),
        EffectKind.TotalIndirect => $"{Cause} -> ... -> {Outcome}",
        EffectKind.Total => $"{Cause} => {Outcome}",
        EffectKind.Contrast => $"{Cause} -> {Outcome}: via {string.Join(" -> ", Via.TakeWhile(name => name.Length > 0))} less via {string.Join(" -> ", Via.SkipWhile(name => name.Length > 0).Skip(1))}",
        EffectKind.ProportionMediated => $"{Cause} -> {Outcome}: share mediated",
        EffectKind.ModerationIndex when Less.Count > 0 => $"{PathName}: index of {string.Join(" and ", Moderators)}, {Conditions[0].Category} less {Less[0].Category}{At(" at ", [.. Conditions.Skip(1)])}",
        EffectKind.ModerationIndex => $"{PathName}: index of {string.Join(" and ", Moderators)}{At(" at ", Conditions)}",
        EffectKind.ConditionalContrast => $"{PathName}{At(" | ", Conditions)} less {At("", Less)}",
        EffectKind.GroupDifference => $"{PathName}{At(" | ", Conditions)}: {GroupLabel} less {OtherGroup}",
        EffectKind.GroupRatio => $"{PathName}{At(" | ", Conditions)}: {GroupLabel} by {OtherGroup}",
        >= EffectKind.ConditionalDirect => $"{PathName}{At(" | ", Conditions)}",
        _ => Outcome,
    };

    private static string At(string before, IReadOnlyList<ModeratorCondition> conditions) =>
        conditions.Count == 0 ? "" : before + string.Join(", ", conditions.Select(each => each.Text));
}
