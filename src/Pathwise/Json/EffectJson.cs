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

        WriteEstimate(json, each);
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

    private static string Kind(EffectKind kind) => kind switch
    {
        EffectKind.Direct => "direct",
        EffectKind.SpecificIndirect or EffectKind.TotalIndirect => "indirect",
        EffectKind.Total => "total",
        EffectKind.Contrast => "contrast",
        EffectKind.ProportionMediated => "proportion",
        _ => "defined",
    };
}
