using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;

namespace Pathwise.Multiverse.Inference;

/// <summary>Draws conclusions from all universes of a multiverse together.</summary>
public static class MultiverseInference
{
    /// <summary>
    /// One conclusion for each claim and type of universe, claims in the order of the plan, E before U before N; types without universes are left out.
    /// Effects are standardized. Joint statements need the draws of the bootstrap and are made of universes of type E alone.
    /// </summary>
    /// <exception cref="InputException">The options have no meaning.</exception>
    public static IReadOnlyList<CurveInference> Infer(this MultiverseResult result, InferenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var chosen = (options ?? new()).Checked();
        return
        [
            .. from claim in Enumerable.Range(0, result.Plan.Claims.Count)
               from type in Enum.GetValues<DecisionType>()
               where result.Rows.Any(row => row.Type == type)
               select Conclude(result, claim, type, chosen),
        ];
    }

    private static CurveInference Conclude(MultiverseResult result, int claim, DecisionType type, InferenceOptions options)
    {
        var (curve, meant) = (new UniverseCurve(result, claim, type), result.Plan.Claims[claim]);
        var isJoint = type == DecisionType.Equivalent;
        var draws = isJoint ? curve.Joint() : null;
        var band = draws is null ? null : SimultaneousBand.Of(draws, options.Level);
        var adjusted = draws is null ? null : StepDown.PValues(draws, meant.Direction);
        UniverseRow[] rows = [.. curve.Rows.Select(row => result.Rows[row])];
        var grid = ChoiceGrid.Of(rows);
        bool?[] holds = [.. curve.Outcomes.Select(outcome => outcome.Holds)];
        return new()
        {
            Claim = meant,
            Type = type,
            Rows = curve.Rows,
            Failed = curve.Failed,
            Improper = rows.Count(row => row.Status == UniverseStatus.Improper),
            Holding = holds.Count(each => each == true),
            Judged = holds.Count(each => each is not null),
            Fits = curve.FitCount,
            Replicates = draws?.Replicates ?? 0,
            Band = band,
            PValues = adjusted is null ? [] : [.. curve.Fits.Select(fit => adjusted[fit])],
            Bounds = band is null ? [] : [.. curve.Fits.Select(fit => band.Bounds[fit])],
            Every = draws is null || meant.Direction == ClaimDirection.Absent ? null : EveryUniverse.Of(draws, meant.Direction, curve.Failed, 1 - options.Level),
            Tests = draws is null ? [] : CurveTest.Recentred(draws, meant.Direction),
            Shares = isJoint ? DecisionShare.Of(grid, curve.Fits, s => curve.Estimates[s], curve.Draw, draws?.Replicates ?? 0, options.Level, options.Seed) : [],
            Flips = isJoint ? DecisionFlip.Of(grid, holds) : [],
            Shortest = Shortest(grid, holds, curve, Array.FindIndex(rows, row => row.IsReference)),
            Spread = UniverseSpread.Of(curve.Estimates, draws?.Errors ?? [.. curve.Outcomes.Select(outcome => outcome.StandardError)]),
            Vibration = Vibration.Of(curve.Estimates, [.. curve.Outcomes.Select(outcome => outcome.PValue)], 1 - options.Level),
        };
    }

    private static ShortestChange? Shortest(ChoiceGrid grid, bool?[] holds, UniverseCurve curve, int reference) =>
        ShortestChange.Of(grid, holds, reference) is { } found ? found with { Universes = [.. found.Universes.Select(s => curve.Rows[s])] } : null;
}
