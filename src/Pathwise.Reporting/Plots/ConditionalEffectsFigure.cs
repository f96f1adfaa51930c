using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;

namespace Pathwise.Reporting.Plots;

/// <summary>Effects at values or in categories of moderators, each with its interval.</summary>
public static class ConditionalEffectsFigure
{
    private const int Most = 40;

    /// <summary>Conditional indirect effects, or direct ones where there are no indirect ones, by the first kind of interval; null where there are none or more than forty.</summary>
    public static Figure? DrawConditions(this ModerationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var rows = Rows(result, EffectKind.ConditionalIndirect) is { Length: > 0 } indirect ? indirect : Rows(result, EffectKind.ConditionalDirect);
        if (rows.Length is 0 or > Most)
            return null;
        var kind = result.Options.Kinds[0];
        string[] paths = [.. rows.Select(row => EffectWords.Name(row.Effect with { Conditions = [] })).Distinct()];
        string Name(Effect effect) => (paths.Length > 1 ? EffectWords.Name(effect) : string.Join(", ", effect.Conditions.Select(each => each.Text))) + (effect.GroupLabel.Length > 0 ? $" ({effect.GroupLabel})" : "");
        IntervalRow[] points = [.. rows.Select(row => new IntervalRow(Name(row.Effect), row.Value, row.Interval(kind)?.Lower, row.Interval(kind)?.Upper))];
        return IntervalComparison.Of(
            [new($"{NumberText.Number(100 * result.Options.Level, 0)} % {kind.Words()} interval", points)],
            paths.Length > 1 ? "Conditional effects" : paths[0], rows[0].Effect.Kind == EffectKind.ConditionalIndirect ? "Conditional indirect effect" : "Conditional effect");
    }

    private static EffectEstimate[] Rows(ModerationResult result, EffectKind kind) => [.. result.Effects.Where(row => row.Effect.Kind == kind)];
}
