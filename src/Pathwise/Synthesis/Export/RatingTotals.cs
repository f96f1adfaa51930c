using Pathwise.Numerics;

namespace Pathwise.Synthesis.Export;

/// <summary>
/// Ratings whose totals are given: for each item and each group of raters the sum of the ratings and how many are
/// missing. Raters differ in how high they rate (standard deviation <see cref="BetweenRaters"/>) and from one item to the
/// next (<see cref="WithinRaters"/>).
/// </summary>
internal sealed record RatingTotals(int Lowest, int Highest, IReadOnlyList<int> Groups, double BetweenRaters, double WithinRaters, IReadOnlyList<RatedItem> Items)
{
    /// <summary>Draws ratings, raters (group after group) by items, null where missing; totals that no ratings have are an <see cref="InputException"/>.</summary>
    public int?[,] Draw(RandomStream stream)
    {
        var ratings = new int?[Groups.Sum(), Items.Count];
        var leniency = Enumerable.Range(0, Groups.Sum()).Select(_ => BetweenRaters * stream.NextNormal()).ToArray();
        for (var j = 0; j < Items.Count; j++)
        {
            var first = 0;
            for (var g = 0; g < Groups.Count; first += Groups[g], g++)
                DrawGroup(ratings, j, first, g, leniency, stream);
        }

        return ratings;
    }

    private void DrawGroup(int?[,] ratings, int item, int first, int group, double[] leniency, RandomStream stream)
    {
        var raters = Enumerable.Range(first, Groups[group]).ToArray();
        Shuffle.InPlace(raters, stream);
        var rating = raters[Items[item].Missing(group)..];
        var sum = Items[item].Sums[group];
        Require(Items[item], sum, rating.Length);
        var mean = (double)sum / rating.Length;
        foreach (var rater in rating)
            ratings[rater, item] = Math.Clamp((int)Math.Round(mean + leniency[rater] + (WithinRaters * stream.NextNormal())), Lowest, Highest);
        Settle(ratings, item, rating, sum, stream);
    }

    // Single steps of randomly chosen raters until the total is met: each changes the shape as little as can be.
    private void Settle(int?[,] ratings, int item, int[] raters, int sum, RandomStream stream)
    {
        var excess = raters.Sum(rater => ratings[rater, item]!.Value) - sum;
        while (excess != 0)
        {
            var rater = raters[stream.NextInteger(raters.Length)];
            var moved = ratings[rater, item]!.Value - Math.Sign(excess);
            if (moved < Lowest || moved > Highest)
                continue;
            ratings[rater, item] = moved;
            excess -= Math.Sign(excess);
        }
    }

    private void Require(RatedItem item, int sum, int raters)
    {
        if (raters <= 0 || sum < raters * Lowest || sum > raters * Highest)
            throw new InputException($"item '{item.Name}': {raters} ratings of {Lowest} to {Highest} cannot sum to {sum}.");
    }
}

/// <summary>An item with the sum of its ratings in each group, and how many raters of each group left it out (none when not given).</summary>
internal sealed record RatedItem(string Name, IReadOnlyList<int> Sums)
{
    public IReadOnlyList<int> LeftOut { get; init; } = [];

    public int Missing(int group) => LeftOut.Count == 0 ? 0 : LeftOut[group];
}
