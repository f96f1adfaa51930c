using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>What the samples of a power study tell of each effect, beside its value in the population.</summary>
internal sealed class PowerSummary(PowerOptions options, EffectCatalogue catalogue, ReplicateTable truth, IReadOnlyList<IReadOnlyList<EffectEstimate>> samples)
{
    private static readonly bool[] RawFirst = [false, true];

    /// <summary>The effects that exist in the population, raw ones first.</summary>
    public IEnumerable<EffectPower> Effects() =>
        from isStandardized in RawFirst
        from k in Enumerable.Range(0, catalogue.Entries.Count)
        let value = truth.Effect(0, k, isStandardized)
        where double.IsFinite(value)
        let effect = Of(catalogue.Entries[k].Effect, isStandardized, value, [.. samples.Select(each => each[k])])
        where effect is not null
        select effect;

    // Null where fewer than two samples have the effect: there is nothing to summarize.
    private EffectPower? Of(Effect effect, bool isStandardized, double truth, EffectEstimate[] estimates)
    {
        double[] values = [.. estimates.Select(each => isStandardized ? each.Standardized : each.Value).OfType<double>().Where(double.IsFinite)];
        double[] errors = [.. estimates.Select(each => isStandardized ? each.StandardizedError : each.StandardError).OfType<double>()];
        return values.Length < 2 ? null : new EffectPower
        {
            Effect = effect,
            IsStandardized = isStandardized,
            Population = truth,
            Count = values.Length,
            Mean = Univariate.Mean(values),
            Deviation = Univariate.StandardDeviation(values),
            MeanError = errors.Length > 0 ? Univariate.Mean(errors) : null,
            Intervals = [.. options.Kinds.Select(kind => Interval(kind, truth, [.. estimates.Select(each => each.Interval(kind, isStandardized)).OfType<Interval>()])).OfType<IntervalPower>()],
        };
    }

    private static IntervalPower? Interval(IntervalKind kind, double truth, Interval[] intervals)
    {
        double Share(Func<Interval, bool> predicate) => intervals.Count(predicate) / (double)intervals.Length;
        return intervals.Length == 0
            ? null
            : new IntervalPower(kind, intervals.Length, Share(each => !each.Contains(0)), Share(each => each.Contains(truth)))
            {
                Below = Share(each => each.Upper < truth),
                Above = Share(each => each.Lower > truth),
            };
    }
}
