using Pathwise.Numerics;

namespace Pathwise.Synthesis;

/// <summary>
/// The check of printed bootstrap bounds: the published bootstrap is repeated many times on the answers, and a printed bound is met
/// when it lies in the central part of what these repetitions give, with percentile and with bias-corrected intervals.
/// </summary>
internal sealed class RepeatedBootstraps(SynthesisPlan plan, Workers workers)
{
    private readonly BootstrapDesign design = plan.Targets.Bootstrap ?? new BootstrapDesign { Samples = 200 };

    /// <summary>An outcome for every bound, from repetitions that follow from <paramref name="seed"/>.</summary>
    public IReadOnlyList<TargetOutcome> Check(AnswerSheet sheet, long seed)
    {
        if (plan.Bounds.Count == 0)
            return [];
        var reading = workers.Rent();
        if (!reading.Fit(sheet, null))
            return [.. plan.Bounds.Select(bound => new TargetOutcome(bound.Target, null, false))];
        var start = (double[])reading.Thetas[0].Clone();
        (int From, int To)[] pairs = [.. plan.Bounds.Select(bound => (bound.From, bound.To)).Distinct()];
        double[] estimates = [.. pairs.Select(pair => reading.Solutions[0].Total(pair.From, pair.To))];
        workers.Return(reading);

        var found = new (double Percentile, double BiasCorrected)[design.Repeats][];
        workers.Run(design.Repeats, (own, repeat) => found[repeat] = Repeat(own, sheet, start, pairs, estimates, seed + repeat));
        return [.. plan.Bounds.Select((bound, k) => Outcome(bound, [.. found.Select(f => f[k].Percentile)], [.. found.Select(f => f[k].BiasCorrected)]))];
    }

    private (double, double)[] Repeat(
        Reading reading, AnswerSheet sheet, double[] start, (int From, int To)[] pairs, double[] estimates, long seed)
    {
        var effects = new List<double>[pairs.Length];
        for (var k = 0; k < pairs.Length; k++)
            effects[k] = [];
        for (var sample = 0; sample < design.Samples; sample++)
        {
            ResampledEffects.Moments(sheet, ResampledEffects.Times(RandomStream.For(seed, sample), sheet.Respondents), reading.Covariance, reading.Means);
            if (!reading.FitModel(start))
                continue;
            for (var k = 0; k < pairs.Length; k++)
            {
                if (reading.Solutions[0].Total(pairs[k].From, pairs[k].To) is var effect && double.IsFinite(effect))
                    effects[k].Add(effect);
            }
        }

        double[][] sorted = [.. effects.Select(list => list.Order().ToArray())];
        return [.. plan.Bounds.Select(bound => Value(bound, sorted[Array.IndexOf(pairs, (bound.From, bound.To))], estimates[Array.IndexOf(pairs, (bound.From, bound.To))]))];
    }

    private (double, double) Value(Bound bound, double[] sorted, double estimate)
    {
        var tail = (1 - design.Level) / 2;
        var p = bound.Target.Kind == TargetKind.TotalEffectUpper ? 1 - tail : tail;
        return bound.Target.Kind == TargetKind.TotalEffectPValue
            ? PValues(sorted, estimate)
            : (Quantiles.NormalScale(sorted, p), Quantiles.NormalScale(sorted, BoundAims.BiasCorrected(p, sorted, estimate)));
    }

    // The p-value at which an interval of that kind would just reach zero.
    private static (double, double) PValues(double[] sorted, double estimate)
    {
        var below = (double)sorted.Count(value => value < 0) / sorted.Length;
        var shift = NormalDistribution.Quantile(Math.Clamp((double)sorted.Count(value => value < estimate) / sorted.Length, 1e-6, 1 - 1e-6));
        var corrected = NormalDistribution.Cdf(NormalDistribution.Quantile(below) - (2 * shift));
        return (2 * Math.Min(below, 1 - below), 2 * Math.Min(corrected, 1 - corrected));
    }

    private TargetOutcome Outcome(Bound bound, double[] percentile, double[] corrected)
    {
        Array.Sort(percentile);
        Array.Sort(corrected);
        var median = Quantiles.Type7(percentile, 0.5);
        (double Lower, double Upper) first = Central(percentile), second = Central(corrected);
        return new TargetOutcome(bound.Target, median, IsMet(bound, first) && IsMet(bound, second))
        {
            Percentile = first,
            BiasCorrected = second,
        };
    }

    private (double Lower, double Upper) Central(double[] sorted)
    {
        var tail = (1 - design.Central) / 2;
        return (Quantiles.Type7(sorted, tail), Quantiles.Type7(sorted, 1 - tail));
    }

    // A side such as "< .01" is met when some value of the central range meets it.
    private static bool IsMet(Bound bound, (double Lower, double Upper) central) => bound.Target.Printed.Relation == Auditing.Reported.Relation.Equal
        ? central.Lower <= bound.Printed && bound.Printed <= central.Upper
        : bound.Target.Printed.IsMetBy(central.Lower) || bound.Target.Printed.IsMetBy(central.Upper);
}
