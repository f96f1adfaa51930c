using Pathwise.Sem.Effects;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Power;

/// <summary>What the samples of a power study tell of each effect, beside its value in the population.</summary>
internal sealed class PowerSummary(PowerOptions options, EffectCatalogue catalogue, PowerSums sums)
{
    private static readonly bool[] RawFirst = [false, true];

    /// <summary>The effects that exist in the population, raw ones first; without those that fewer than two samples have.</summary>
    public IEnumerable<EffectPower> Effects() =>
        from isStandardized in RawFirst
        from k in Enumerable.Range(0, catalogue.Entries.Count)
        let place = isStandardized ? catalogue.Entries.Count + k : k
        where double.IsFinite(sums.Truth(place)) && sums.Estimates(place).Count >= 2
        select Of(catalogue.Entries[k].Effect, isStandardized, place);

    /// <summary>A parameter, at its place in a sample; null where fewer than two samples have it.</summary>
    public ParameterPower? OfParameter(Parameter row, int place) => sums.Estimates(place) is { Count: >= 2 } estimates
        ? new ParameterPower
        {
            Lhs = row.Lhs,
            Operator = row.Operator,
            Rhs = row.Rhs,
            Population = sums.Truth(place),
            Count = estimates.Count,
            Mean = sums.Truth(place) + estimates.Bias,
            Deviation = estimates.Deviation,
            MeanError = estimates.MeanError,
            MeanSquaredError = estimates.MeanSquare,
            MeanSquaredErrorError = estimates.MeanSquareError,
            Intervals = Intervals(place),
        }
        : null;

    private EffectPower Of(Effect effect, bool isStandardized, int place)
    {
        var estimates = sums.Estimates(place);
        return new EffectPower
        {
            Effect = effect,
            IsStandardized = isStandardized,
            Population = sums.Truth(place),
            Count = estimates.Count,
            Mean = sums.Truth(place) + estimates.Bias,
            Deviation = estimates.Deviation,
            MeanError = estimates.MeanError,
            MeanSquaredError = estimates.MeanSquare,
            MeanSquaredErrorError = estimates.MeanSquareError,
            Intervals = Intervals(place),
        };
    }

    private IReadOnlyList<IntervalPower> Intervals(int place) => [.. options.Kinds.Select((_, kind) => Interval(kind, place)).OfType<IntervalPower>()];

    private IntervalPower? Interval(int kind, int place)
    {
        var intervals = sums.Intervals(kind, place);
        double Share(int count) => count / (double)intervals.Count;
        return intervals.Count == 0
            ? null
            : new IntervalPower(options.Kinds[kind], intervals.Count, Share(intervals.Found), Share(intervals.Held))
            {
                Below = Share(intervals.Below),
                Above = Share(intervals.Above),
            };
    }
}
