using Pathwise.Reporting.Tables;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;

namespace Pathwise.Reporting.Sentences;

/// <summary>What conditional effects say, in sentences that a person can edit.</summary>
public static class ModerationSentences
{
    /// <summary>A sentence for each index of moderated mediation, by the first kind of interval that was asked for, and one for each region of significance of an indirect effect.</summary>
    public static IReadOnlyList<string> Sentences(this ModerationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return
        [
            .. result.Effects.Where(row => row.Effect.Kind == EffectKind.ModerationIndex).Select(Index),
            .. result.Regions.Where(region => region.Effect.Kind == EffectKind.ConditionalIndirect && region.Kind == result.Options.Kinds[0]).Select(Region),
        ];
    }

    private static string Index(EffectEstimate row)
    {
        var (effect, decimals) = (row.Effect, EffectWords.Decimals(row, false));
        var path = EffectWords.Name(effect).Split(": index of")[0];
        var moderators = string.Join(" and ", effect.Moderators);
        var where = effect.Conditions.Count == 0 ? "" : $" where {string.Join(", ", effect.Conditions.Select(each => each.Text))}";
        var group = effect.GroupLabel.Length > 0 ? $" in group {effect.GroupLabel}" : "";
        var change = effect.Less.Count > 0
            ? $"The indirect effect {path} in {effect.Conditions[0].Text} less that in {(effect.Less[0].Value > 0 ? effect.Less[0].Text : $"the {effect.Less[0].Category}")}{Beside(effect)} is {NumberText.Number(row.Value, decimals)}"
            : effect.Moderators.Count > 1
            ? $"The change of the indirect effect {path} with {effect.Moderators[0]} itself changes by {NumberText.Number(row.Value, decimals)} for one unit of {effect.Moderators[1]}"
            : $"The indirect effect {path} changes by {NumberText.Number(row.Value, decimals)} for one unit of {moderators}{where}";
        return $"{change}{group}{Interval(row, decimals)}.";
    }

    private static string Beside(Effect effect) => effect.Conditions.Count > 1 ? $", where {string.Join(", ", effect.Conditions.Skip(1).Select(each => each.Text))}," : "";

    private static string Interval(EffectEstimate row, int decimals) => row.Intervals.FirstOrDefault(each => !each.IsStandardized) is not { } made
        ? "; there is no interval"
        : $" ({NumberText.Number(100 * made.Interval.Level, 0)} % {made.Kind.Words()} interval {NumberText.Number(made.Interval.Lower, decimals)} to {NumberText.Number(made.Interval.Upper, decimals)}): "
            + (made.Interval.Contains(0) ? "no moderation of the mediation is shown, nor is its absence" : "the mediation is moderated");

    private static string Region(SignificanceRegion region)
    {
        var kept = region.Segments.Where(segment => segment.Sign != 0).Select(Stretch).ToList();
        var name = EffectWords.Name(region.Effect);
        var group = region.Effect.GroupLabel.Length > 0 ? $" in group {region.Effect.GroupLabel}" : "";
        return kept.Count == 0
            ? $"At no value of {region.Moderator} in the data does the {region.Kind.Words()} interval of {name}{group} exclude zero."
            : $"The {region.Kind.Words()} interval of {name}{group} lies {string.Join(", and ", kept)}.";

        string Stretch(RegionSegment segment) =>
            $"{(segment.Sign > 0 ? "above" : "below")} zero where {region.Moderator} is between {NumberText.Number(segment.From, 3)} and {NumberText.Number(segment.To, 3)}{(segment.Share is { } share ? $" ({NumberText.Number(100 * share, 0)} % of the cases)" : "")}";
    }
}
