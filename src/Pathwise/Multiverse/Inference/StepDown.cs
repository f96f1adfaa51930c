using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Inference;

/// <summary>
/// p values of all universes, adjusted for each other: the step-down method with the largest deviation of the universes not yet rejected (Romano and
/// Wolf 2005, algorithm 3.1 with p values as in Romano and Wolf 2016). Among the universes with p at most .05, one whose effect is truly zero is
/// found in at most 5 % of samples, as far as the bootstrap is right.
/// </summary>
internal static class StepDown
{
    /// <summary>One p for each universe; null without a standard error. A resample counts with the universes that gave a value in it.</summary>
    public static IReadOnlyList<double?> PValues(JointDraws draws, ClaimDirection sign)
    {
        int[] order = [.. Enumerable.Range(0, draws.Count).Where(s => draws.Ratio(s) is not null).OrderByDescending(s => Tail.Of(sign, draws.Ratio(s)!.Value))];
        var counts = Exceedances(draws, sign, order);
        var values = new double?[draws.Count];
        var largest = 0.0;
        foreach (var (k, s) in order.Index())
        {
            largest = Math.Max(largest, (1.0 + counts[k]) / (draws.Replicates + 1));
            values[s] = largest;
        }

        return values;
    }

    /// <summary>
    /// The p of each universe by itself, not adjusted: the share of resamples whose deviation from the estimate is at least the estimate's from zero.
    /// A resample in which the universe failed counts as one that is.
    /// </summary>
    public static IReadOnlyList<double?> Alone(JointDraws draws, ClaimDirection sign) => [.. Enumerable.Range(0, draws.Count).Select(s => Alone(draws, sign, s))];

    private static double? Alone(JointDraws draws, ClaimDirection sign, int s)
    {
        if (draws.Ratio(s) is not { } ratio)
            return null;
        var observed = Tail.Of(sign, ratio);
        return (1.0 + Enumerable.Range(0, draws.Replicates).Count(b => !(Tail.Of(sign, draws.Deviation(s, b)) < observed))) / (draws.Replicates + 1);
    }

    // For each place in the order, the resamples whose largest deviation from there to the end is at least as large as what was observed there.
    private static int[] Exceedances(JointDraws draws, ClaimDirection sign, int[] order)
    {
        var counts = new int[order.Length];
        double[] observed = [.. order.Select(s => Tail.Of(sign, draws.Ratio(s)!.Value))];
        for (var b = 0; b < draws.Replicates; b++)
        {
            var largest = double.NegativeInfinity;
            for (var k = order.Length - 1; k >= 0; k--)
            {
                var deviation = Tail.Of(sign, draws.Deviation(order[k], b));
                if (deviation > largest)
                    largest = deviation;
                if (largest >= observed[k])
                    counts[k]++;
            }
        }

        return counts;
    }
}
