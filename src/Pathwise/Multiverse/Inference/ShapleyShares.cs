using Pathwise.Numerics;

namespace Pathwise.Multiverse.Inference;

/// <summary>
/// How much of the variance of an effect over universes goes back to each decision: Shapley effects (Owen 2014; Song, Nelson and Staum 2016). The worth
/// of a set of decisions is the variance of the mean effect given their options; a decision's share is what it adds, averaged over all orders in
/// which decisions can be made known. The shares add up to one whatever universes there are: combinations may be impossible. All universes count alike.
/// </summary>
internal static class ShapleyShares
{
    /// <summary>Sums over universes above which orders of decisions are drawn instead of all being gone through.</summary>
    private const long MostSums = 4_000_000_000;

    private const int DrawnOrders = 500;

    /// <summary>True when all orders are gone through.</summary>
    public static bool AreExact(ChoiceGrid grid, int columns) => grid.Decisions.Count < 31 && (1L << grid.Decisions.Count) * grid.Count * columns <= MostSums;

    /// <summary>
    /// Shares by column of values and decision; null for a column whose values do not vary. Values are by column and universe, NaN for a failed one,
    /// which is left out of its column. The seed is for drawing orders, where they are too many.
    /// </summary>
    public static double[]?[] Of(ChoiceGrid grid, IReadOnlyList<double[]> values, long seed)
    {
        var sums = new GroupedVariances(values);
        return AreExact(grid, values.Count) ? AllOrders(grid, sums) : SomeOrders(grid, sums, seed);
    }

    private static double[]?[] AllOrders(ChoiceGrid grid, GroupedVariances variances)
    {
        var k = grid.Decisions.Count;
        var worth = new double[1 << k][];
        var levels = Enumerable.Range(0, k + 1).Select(_ => new int[grid.Count]).ToArray();
        void Visit(int set, int from, int depth, int groups)
        {
            worth[set] = variances.Of(levels[depth], groups);
            for (var next = from; next < k; next++)
                Visit(set | (1 << next), next + 1, depth + 1, grid.Split(next, levels[depth], groups, levels[depth + 1]));
        }

        Visit(0, 0, 0, 1);
        var weights = Weights(k);
        var shares = new double[variances.Columns][];
        for (var column = 0; column < shares.Length; column++)
            shares[column] = [.. Enumerable.Range(0, k).Select(decision => Added(worth, weights, decision, column))];
        return Scaled(shares, variances);
    }

    private static double Added(double[][] worth, double[] weights, int decision, int column)
    {
        var sum = 0.0;
        for (var set = 0; set < worth.Length; set++)
        {
            if ((set & (1 << decision)) == 0)
                sum += weights[int.PopCount(set)] * (worth[set | (1 << decision)][column] - worth[set][column]);
        }

        return sum;
    }

    // |A|! (K - |A| - 1)! / K!, by the size of A.
    private static double[] Weights(int k)
    {
        var weights = new double[Math.Max(k, 1)];
        weights[0] = 1.0 / Math.Max(k, 1);
        for (var size = 1; size < k; size++)
            weights[size] = weights[size - 1] * size / (k - size);
        return weights;
    }

    private static double[]?[] SomeOrders(ChoiceGrid grid, GroupedVariances variances, long seed)
    {
        var k = grid.Decisions.Count;
        var shares = Enumerable.Range(0, variances.Columns).Select(_ => new double[k]).ToArray();
        for (var order = 0; order < DrawnOrders; order++)
        {
            var (groups, count) = (new int[grid.Count], 1);
            var before = variances.Of(groups, 1);
            foreach (var decision in Resample.Permutation(k, RandomStream.For(seed, order)))
            {
                count = grid.Split(decision, groups, count, groups);
                var after = variances.Of(groups, count);
                for (var column = 0; column < shares.Length; column++)
                    shares[column][decision] += (after[column] - before[column]) / DrawnOrders;
                before = after;
            }
        }

        return Scaled(shares, variances);
    }

    private static double[]?[] Scaled(double[][] shares, GroupedVariances variances) =>
        [.. shares.Select((row, column) => variances.Total(column) is > 0 and var total ? row.Select(share => share / total).ToArray() : null)];
}
