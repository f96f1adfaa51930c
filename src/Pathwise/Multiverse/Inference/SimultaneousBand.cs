using Pathwise.Numerics;

namespace Pathwise.Multiverse.Inference;

/// <summary>
/// A band that covers the effects of all universes at once with the level of confidence: estimate plus or minus so many standard errors, as many as
/// the largest deviation over the universes reaches in that share of the resamples (the sup-t band; Montiel Olea and Plagborg-Moller 2019). Where
/// a universe failed in a resample the largest deviation is that of the others; <see cref="CriticalIfFailuresExceed"/> takes every such resample for
/// one beyond the band.
/// </summary>
[TypeFormatterSource]
public sealed record SimultaneousBand
{
    private SimultaneousBand()
    {
    }

    /// <summary>Level of confidence.</summary>
    public required double Level { get; init; }

    /// <summary>Half the band's width in standard errors; null where the resamples are too few for the level.</summary>
    public required double? Critical { get; init; }

    /// <summary>The same if every resample in which some universe failed lay beyond; null where these are more than the level allows.</summary>
    public required double? CriticalIfFailuresExceed { get; init; }

    /// <summary>Resamples in which some universe failed.</summary>
    public required int ReplicatesWithFailures { get; init; }

    /// <summary>The band, in the order of the fits; null without a standard error.</summary>
    public required IReadOnlyList<Interval?> Bounds { get; init => field = ValueList.Of(value); }

    /// <summary>The lowest and the highest bound of all universes: where the effect lies in every one of them; null without bounds.</summary>
    public Interval? Outermost => Bounds.OfType<Interval>().ToList() is { Count: > 0 } all ? new(all.Min(each => each.Lower), all.Max(each => each.Upper), Level) : null;

    /// <summary>The band of joint draws.</summary>
    internal static SimultaneousBand Of(JointDraws draws, double level)
    {
        double[] largest = [.. Enumerable.Range(0, draws.Replicates).Select(b => Largest(draws, b)).Where(each => !double.IsNaN(each))];
        var critical = Quantile(largest, level);
        double[] worst = [.. Enumerable.Range(0, draws.Replicates).Select(b => draws.HasFailure(b) ? double.PositiveInfinity : Largest(draws, b)).Where(each => !double.IsNaN(each))];
        return new()
        {
            Level = level,
            Critical = critical,
            CriticalIfFailuresExceed = Quantile(worst, level),
            ReplicatesWithFailures = draws.ReplicatesWithFailures,
            Bounds = [.. Enumerable.Range(0, draws.Count).Select(s => Bound(draws, s, critical, level))],
        };
    }

    private static double Largest(JointDraws draws, int replicate)
    {
        var largest = double.NaN;
        for (var s = 0; s < draws.Count; s++)
        {
            var deviation = Math.Abs(draws.Deviation(s, replicate));
            if (!double.IsNaN(deviation) && !(deviation <= largest))
                largest = deviation;
        }

        return largest;
    }

    // The order statistic (B + 1) times the level, rounded up: with it a band from draws alone covers no less.
    private static double? Quantile(double[] values, double level)
    {
        Array.Sort(values);
        var rank = (int)Math.Ceiling(((values.Length + 1) * level) - 1e-9);
        return rank <= values.Length && rank > 0 && double.IsFinite(values[rank - 1]) ? values[rank - 1] : null;
    }

    private static Interval? Bound(JointDraws draws, int universe, double? critical, double level) =>
        critical is { } reach && draws.Errors[universe] is { } error
            ? new Interval(draws.Estimates[universe] - (reach * error), draws.Estimates[universe] + (reach * error), level)
            : null;
}
