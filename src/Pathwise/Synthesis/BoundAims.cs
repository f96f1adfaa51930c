using Pathwise.Numerics;

namespace Pathwise.Synthesis;

/// <summary>
/// What the resampled effects should be so that the printed bounds are typical: for each bound two quantiles, that of the
/// percentile interval and that of the bias-corrected one, for each p-value the share of resamples below zero. Each aim's scale is
/// the spread of that quantity over bootstraps of the printed number of samples.
/// </summary>
internal sealed class BoundAims
{
    private readonly SynthesisPlan plan;
    private readonly List<Item> items = [];

    /// <summary>Prepares the aims from resamples of the sheet and the effects in the sheet itself.</summary>
    public BoundAims(SynthesisPlan plan, ResampledEffects resamples, IReadOnlyList<double> effects)
    {
        this.plan = plan;
        foreach (var bound in plan.Bounds)
            Add(bound, resamples, effects);
    }

    public int Count => items.Count;

    public Aim[] Aims => [.. items.Select(item => item.Aim)];

    public double[] Values => [.. items.Select(item => item.Value)];

    /// <summary>The weights with which each resample's effect enters each quantity.</summary>
    public IEnumerable<(int Quantity, int Pair, int Resample, double Weight)> Weights =>
        items.SelectMany((item, quantity) => item.Weights.Select(w => (quantity, item.Pair, w.Resample, w.Weight)));

    private void Add(Bound bound, ResampledEffects resamples, IReadOnlyList<double> effects)
    {
        var pair = Array.IndexOf(resamples.Pairs, (bound.From, bound.To));
        var design = plan.Targets.Bootstrap!;
        var sorted = resamples.Sorted(pair);
        if (bound.Target.Kind == TargetKind.TotalEffectPValue)
        {
            if (bound.Target.Printed.Relation == Auditing.Reported.Relation.Equal)
                AddShareBelowZero(bound, pair, resamples, sorted, design.Samples);
            return;
        }

        var tail = (1 - design.Level) / 2;
        var p = bound.Target.Kind == TargetKind.TotalEffectLower ? tail : 1 - tail;
        AddQuantile(bound, pair, resamples, sorted, p, design.Samples);
        AddQuantile(bound, pair, resamples, sorted, BiasCorrected(p, sorted, effects[pair]), design.Samples);
    }

    /// <summary>Efron's correction: the probability shifted by twice the normal score of the estimate's rank.</summary>
    public static double BiasCorrected(double p, double[] sorted, double estimate)
    {
        var below = sorted.Count(value => value < estimate) + (0.5 * sorted.Count(value => value == estimate));
        var shift = NormalDistribution.Quantile(Math.Clamp(below / sorted.Length, 1e-6, 1 - 1e-6));
        return NormalDistribution.Cdf((2 * shift) + NormalDistribution.Quantile(p));
    }

    private void AddQuantile(Bound bound, int pair, ResampledEffects resamples, double[] sorted, double p, int samples)
    {
        p = Math.Clamp(p, 0.004, 0.996);
        var spread = Math.Sqrt(p * (1 - p) / samples);
        var scale = 0.5 * (Quantiles.Type7(sorted, Math.Min(0.999, p + spread)) - Quantiles.Type7(sorted, Math.Max(0.001, p - spread)));
        var value = Quantiles.Type7(sorted, p);
        var aim = new Aim(bound.Printed, bound.Printed, Math.Max(scale, 1e-6));

        // The resamples near the quantile stand for it: a triangle of the spread that chance gives it.
        var ranks = Ranks(resamples.Values[pair]);
        var centre = p * (sorted.Length - 1);
        var width = Math.Max(6, 0.7 * spread * sorted.Length);
        items.Add(new Item(pair, aim, value, Normalized(ranks, rank => Math.Max(0, 1 - (Math.Abs(rank - centre) / width)), 1)));
    }

    private void AddShareBelowZero(Bound bound, int pair, ResampledEffects resamples, double[] sorted, int samples)
    {
        var share = (double)sorted.Count(value => value < 0) / sorted.Length;
        var wanted = share < 0.5 ? bound.Printed / 2 : 1 - (bound.Printed / 2);
        var aim = new Aim(wanted, wanted, Math.Sqrt(wanted * (1 - wanted) / samples));

        // Moving a value up across zero lowers the share: slope = minus the density at zero.
        var width = Math.Max(1e-6, 0.5 * (Quantiles.Type7(sorted, Math.Min(1, share + 0.1)) - Quantiles.Type7(sorted, Math.Max(0, share - 0.1))));
        var density = (double)sorted.Count(value => Math.Abs(value) < width) / sorted.Length / (2 * width);
        var values = resamples.Values[pair];
        var near = Enumerable.Range(0, values.Length).Where(i => double.IsFinite(values[i])).Select(i => (i, values[i])).ToArray();
        items.Add(new Item(pair, aim, share, Normalized(near, value => Math.Max(0, 1 - (Math.Abs(value) / width)), -density)));
    }

    private static (int Resample, double Rank)[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).Where(i => double.IsFinite(values[i])).OrderBy(i => values[i]).ThenBy(i => i)];
        return [.. order.Select((resample, rank) => (resample, (double)rank))];
    }

    private static (int Resample, double Weight)[] Normalized((int Resample, double At)[] places, Func<double, double> kernel, double total)
    {
        (int Resample, double Weight)[] weights = [.. places.Select(place => (place.Resample, kernel(place.At))).Where(place => place.Item2 > 0)];
        var sum = weights.Sum(place => place.Weight);
        return [.. weights.Select(place => (place.Resample, total * place.Weight / sum))];
    }

    private sealed record Item(int Pair, Aim Aim, double Value, (int Resample, double Weight)[] Weights);
}
