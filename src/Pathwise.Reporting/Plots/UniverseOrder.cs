using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Sem.Intervals;

namespace Pathwise.Reporting.Plots;

/// <summary>
/// The universes of one type in the order of a picture: by the first claim's standardized effect, then those without it; and what each claim has in each
/// of them. A page that answers to the pointer uses the same order.
/// </summary>
internal sealed class UniverseOrder
{
    private readonly MultiverseResult result;

    public UniverseOrder(MultiverseResult result, DecisionType type)
    {
        this.result = result;
        var known = Enumerable.Range(0, result.Rows.Count).Where(row => result.Rows[row].Type == type || result.Rows[row].IsReference)
            .Select(row => (Row: row, Points: result.Plan.Claims.Select((_, claim) => PointOf(row, claim)).ToArray())).ToList();
        var ordered = known.Where(each => each.Points[0] is not null).OrderBy(each => each.Points[0]!.Value.Estimate).Concat(known.Where(each => each.Points[0] is null)).ToList();
        Rows = [.. ordered.Select(each => each.Row)];
        Drawn = ordered.Count(each => each.Points[0] is not null);
        Panels = [.. result.Plan.Claims.Select((claim, c) => new CurvePanel(TitleOf(claim), [.. ordered.Select(each => each.Points[c])]))];
        Decisions = [.. result.Plan.Decisions.Where(decision => Rows.Select(row => Option(row, decision.Name)).Distinct().Count() > 1)];
    }

    /// <summary>Positions in the result.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>How many of them have the first effect: the first ones.</summary>
    public int Drawn { get; }

    /// <summary>The effects.</summary>
    public IReadOnlyList<CurvePanel> Panels { get; }

    /// <summary>The decisions in which they differ.</summary>
    public IReadOnlyList<Decision> Decisions { get; }

    /// <summary>Where the published analysis stands among them; -1 where it does not.</summary>
    public int Reference => Rows.ToList().FindIndex(row => result.Rows[row].IsReference);

    /// <summary>What a universe takes at a decision; null where that does not arise.</summary>
    public string? Option(int row, string decision) => result.Rows[row].Choices.FirstOrDefault(choice => choice.Decision == decision)?.Option;

    private static string TitleOf(Claim claim) => $"{claim.Name}: {Tables.EffectWords.Plain(claim.Effect)}, claimed {claim.Direction.Text()}";

    private CurvePoint? PointOf(int row, int claim)
    {
        var universe = result.Rows[row];
        if (!universe.Status.HasEstimates() || claim >= universe.Claims.Count || universe.Claims[claim] is not { Effect: { } name } outcome)
            return null;
        var effect = universe.Effects.FirstOrDefault(each => each.Effect.Name == name);
        if (effect?.Standardized is not { } standardized)
            return null;
        var bounds = outcome.Estimate == standardized ? (outcome.Lower, outcome.Upper) : Bounds(effect);
        return new(standardized, bounds.Lower, bounds.Upper, outcome.Holds == true, universe.Status == UniverseStatus.Improper);
    }

    private static (double? Lower, double? Upper) Bounds(EffectEstimate effect) =>
        effect.Intervals.FirstOrDefault(each => each.IsStandardized)?.Interval is { } interval ? (interval.Lower, interval.Upper) : (null, null);
}
