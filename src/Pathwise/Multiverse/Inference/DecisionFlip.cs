namespace Pathwise.Multiverse.Inference;

/// <summary>How often a decision alone decides whether a claim holds.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Pairs">Pairs of universes that differ in this decision alone, and in both of which the claim can be judged.</param>
/// <param name="Flips">Pairs of these in which the claim holds in one universe and not in the other.</param>
[TypeFormatterSource]
public sealed record DecisionFlip(string Decision, long Pairs, long Flips)
{
    /// <summary>The share of pairs that flip; null without pairs.</summary>
    public double? Share => Pairs > 0 ? (double)Flips / Pairs : null;

    /// <summary>One for each decision, in their order; <paramref name="holds"/> is null for a universe that failed.</summary>
    internal static IReadOnlyList<DecisionFlip> Of(ChoiceGrid grid, IReadOnlyList<bool?> holds) =>
        [.. Enumerable.Range(0, grid.Decisions.Count).Select(k => Of(grid, holds, k))];

    private static DecisionFlip Of(ChoiceGrid grid, IReadOnlyList<bool?> holds, int decision)
    {
        var groups = new int[grid.Count];
        var count = grid.SplitByOthers(decision, groups);
        var (with, without) = (new long[count], new long[count]);
        for (var s = 0; s < grid.Count; s++)
        {
            if (holds[s] is { } does)
                (does ? with : without)[groups[s]]++;
        }

        return new(
            grid.Decisions[decision],
            with.Zip(without, (yes, no) => (yes + no) * (yes + no - 1) / 2).Sum(),
            with.Zip(without, (yes, no) => yes * no).Sum());
    }
}
