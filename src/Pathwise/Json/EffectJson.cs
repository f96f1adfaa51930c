using System.Text.Json;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;

namespace Pathwise.Json;

/// <summary>One effect with its intervals as JSON, wherever effects are written.</summary>
internal static class EffectJson
{
    /// <summary>A quantity that the syntax defines.</summary>
    public static void WriteDefined(Utf8JsonWriter json, EffectEstimate each)
    {
        json.WriteString("name", each.Effect.Outcome);
        WriteEstimate(json, each);
    }

    /// <summary>An effect of one variable on another, or made of such.</summary>
    public static void Write(Utf8JsonWriter json, EffectEstimate each, bool hasGroups)
    {
        json.WriteString("lhs", each.Effect.Outcome);
        json.WriteString("rhs", each.Effect.Cause);
        json.WriteString("kind", Kind(each.Effect.Kind));
        json.Texts("via", each.Effect.Via);
        if (hasGroups)
        {
            json.WriteNumber("group", each.Effect.Group);
            json.WriteString("groupLabel", each.Effect.GroupLabel);
        }

        if (each.Effect.OtherGroup.Length > 0)
        {
            json.WriteString("of", Kind(each.Effect.Of));
            json.WriteString("otherGroup", each.Effect.OtherGroup);
        }

        WriteConditions(json, each.Effect);
        WriteEstimate(json, each);
    }

    private static void WriteConditions(Utf8JsonWriter json, Effect effect)
    {
        if (effect.Kind < EffectKind.ConditionalDirect)
            return;
        IReadOnlyList<string> moderators = effect.Moderators.Count > 0 ? effect.Moderators : [.. effect.Conditions.Select(each => each.Moderator)];
        json.WriteString("moderator", string.Join(", ", moderators));
        json.Number("at", effect is { Kind: not EffectKind.ModerationIndex, Conditions: [{ Category: "" } only] } ? only.Value : null);
        if (effect is { Conditions: [{ Category.Length: > 0 } category] })
            json.WriteString("category", category.Category);
        json.Rows("conditions", effect.Conditions, each => Write(json, each));
        if (effect.Less.Count > 0)
            json.Rows("less", effect.Less, each => Write(json, each));
        if (effect.Kind == EffectKind.ConditionalContrast)
            json.WriteString("of", Kind(effect.Of));

        json.WriteBoolean("outside", effect.Conditions.Concat(effect.Less).Any(each => each.IsOutside));
    }

    /// <summary>A value of a moderator.</summary>
    public static void Write(Utf8JsonWriter json, ModeratorCondition condition)
    {
        json.WriteString("moderator", condition.Moderator);
        json.Number("at", condition.Category.Length > 0 ? null : condition.Value);
        if (condition.Category.Length > 0)
            json.WriteString("category", condition.Category);
        json.WriteString("label", condition.Label);
        json.WriteBoolean("outside", condition.IsOutside);
    }

    private static void WriteEstimate(Utf8JsonWriter json, EffectEstimate each)
    {
        json.Number("est", each.Value);
        json.Number("se", each.StandardError);
        json.Number("mad", each.RobustSpread);
        if (each.Outlying is { } outlying)
            json.WriteNumber("outlying", outlying);
        json.Object("std", () =>
        {
            json.Number("est", each.Standardized);
            json.Number("se", each.StandardizedError);
            json.Number("mad", each.StandardizedRobustSpread);
            if (each.StandardizedOutlying is { } outside)
                json.WriteNumber("outlying", outside);
        });
        if (each.Effect.Kind == EffectKind.SpecificIndirect)
            json.Number("jointp", each.JointPValue);
        json.Rows("intervals", each.Intervals, interval =>
        {
            json.WriteString("type", interval.Kind.Text());
            json.WriteBoolean("standardized", interval.IsStandardized);
            json.WriteNumber("level", interval.Interval.Level);
            json.Number("lower", interval.Interval.Lower);
            json.Number("upper", interval.Interval.Upper);
            json.Number("p", interval.PValue);
        });
    }

    /// <summary>A kind of effect.</summary>
    public static string Kind(EffectKind kind) => kind switch
    {
        EffectKind.Direct => "direct",
        EffectKind.SpecificIndirect or EffectKind.TotalIndirect => "indirect",
        EffectKind.Total => "total",
        EffectKind.Contrast => "contrast",
        EffectKind.ProportionMediated => "proportion",
        EffectKind.ConditionalDirect => "conditional direct",
        EffectKind.ConditionalIndirect or EffectKind.ConditionalTotalIndirect => "conditional indirect",
        EffectKind.ConditionalTotal => "conditional total",
        EffectKind.ModerationIndex => "index",
        EffectKind.ConditionalContrast => "conditional contrast",
        EffectKind.GroupDifference => "group difference",
        EffectKind.GroupRatio => "group ratio",
        _ => "defined",
    };
}
