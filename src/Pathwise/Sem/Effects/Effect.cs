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

    /// <summary>The effect in words, such as <c>x -> m -> y</c>.</summary>
    public string Name => Kind switch
    {
        EffectKind.Direct or EffectKind.SpecificIndirect => string.Join(" -> ", [Cause, .. Via, Outcome]),
        EffectKind.TotalIndirect => $"{Cause} -> ... -> {Outcome}",
        EffectKind.Total => $"{Cause} => {Outcome}",
        EffectKind.Contrast => $"{Cause} -> {Outcome}: via {string.Join(" -> ", Via.TakeWhile(name => name.Length > 0))} less via {string.Join(" -> ", Via.SkipWhile(name => name.Length > 0).Skip(1))}",
        EffectKind.ProportionMediated => $"{Cause} -> {Outcome}: share mediated",
        _ => Outcome,
    };
}
