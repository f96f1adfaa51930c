using Pathwise.Numerics;

namespace Pathwise.Multiverse.Inference;

/// <summary>A decision's share of the variance of an effect over universes.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Share">Its Shapley share; the shares of all decisions add up to one. Null where the effect is the same in all universes.</param>
/// <param name="Interval">Percentile interval of the share over resamples; null without them. It says how the share moves with the sample, each sample's own noise included.</param>
[TypeFormatterSource]
public sealed record DecisionShare(string Decision, double? Share, Interval? Interval)
{
    // More say nothing more about an interval of 95 %.
    private const int MostReplicates = 500;

    private const int FewestReplicates = 20;

    /// <summary>
    /// One for each decision, in their order; intervals from at most 500 of the resamples. Universes with one fit have one item: decisions that
    /// change no fit have no share, and are set aside first.
    /// </summary>
    internal static IReadOnlyList<DecisionShare> Of(ChoiceGrid grid, IReadOnlyList<int> items, Func<int, double> estimate, Func<int, int, double> draw, int replicates, double level, long seed)
    {
        var idle = Enumerable.Range(0, grid.Decisions.Count).Where(k => grid.ChangesNothing(k, items)).ToHashSet();
        var (reduced, universes) = grid.Without(idle);
        var columns = Enumerable.Range(-1, 1 + Most(reduced, replicates)).Select(b => universes.Select(s => b < 0 ? estimate(s) : draw(s, b)).ToArray());
        var shares = ShapleyShares.Of(reduced, [.. columns], seed);
        return
        [
            .. grid.Decisions.Select((decision, k) => idle.Contains(k)
                ? new DecisionShare(decision, shares[0] is null ? null : 0, null)
                : Of(decision, shares, reduced.Decisions.ToList().IndexOf(decision), level)),
        ];
    }

    // As many as the budget of sums allows; where orders are drawn, as many as cost the same.
    private static int Most(ChoiceGrid grid, int replicates)
    {
        var most = Math.Min(replicates, MostReplicates);
        while (most >= FewestReplicates && !ShapleyShares.AreExact(grid, most + 1))
            most /= 2;
        return most >= FewestReplicates ? most : 0;
    }

    private static DecisionShare Of(string decision, double[]?[] shares, int k, double level)
    {
        double[] drawn = [.. shares.Skip(1).OfType<double[]>().Select(row => row[k]).Order()];
        return new(decision, shares[0]?[k], drawn.Length < FewestReplicates ? null : new Interval(Quantiles.Type7(drawn, (1 - level) / 2), Quantiles.Type7(drawn, (1 + level) / 2), level));
    }
}
